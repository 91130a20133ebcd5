-- How many systematic data sets have an incident in the window (selections and uploads do not count).
SELECT count(DISTINCT source) AS sources
FROM accounts
WHERE source_role = 'series'
AND event_date BETWEEN CAST($first AS DATE) AND CAST($last AS DATE)
