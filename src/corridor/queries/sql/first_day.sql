SELECT min(event_date) AS first_day
FROM filtered
WHERE beside IS NULL
