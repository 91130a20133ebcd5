SELECT count(*), count(*) FILTER (WHERE reported_admin1 IS NULL)
FROM accepted
WHERE latitude IS NULL AND longitude IS NULL
