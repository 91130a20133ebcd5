SELECT count(*) AS series
FROM sources
WHERE role = 'series'
