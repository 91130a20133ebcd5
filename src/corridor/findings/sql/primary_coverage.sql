SELECT min(coverage_from) AS coverage_from, max(coverage_to) AS coverage_to
FROM sources
WHERE role = 'primary'
