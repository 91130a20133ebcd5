SELECT first_day, last_day
FROM spans
WHERE source = $series
ORDER BY first_day, last_day
