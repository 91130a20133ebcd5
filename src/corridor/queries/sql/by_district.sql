SELECT admin1, admin2, CAST(count(*) AS INTEGER) AS incidents
FROM filtered
WHERE beside IS NULL AND admin2 IS NOT NULL
GROUP BY admin1, admin2
ORDER BY incidents DESC, admin1, admin2
