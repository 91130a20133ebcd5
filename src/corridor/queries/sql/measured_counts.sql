-- Incidents of the measuring series in each of some windows.
SELECT w.number AS number, CAST(count(*) AS INTEGER) AS incidents
FROM filtered
CROSS JOIN (SELECT unnest($windows) AS w) AS windows
WHERE beside IS NULL AND event_date >= w.first_day AND event_date <= w.last_day
GROUP BY w.number
