SELECT source, first_day, last_day, places, release, commit_id
FROM spans
ORDER BY source, first_day, last_day, commit_id
