SELECT first_day, last_day, release
FROM spans
WHERE source = $source
ORDER BY first_day, last_day
