SELECT min(coverage_from) AS first_day, max(coverage_to) AS last_day
FROM sources
WHERE role = 'primary'
