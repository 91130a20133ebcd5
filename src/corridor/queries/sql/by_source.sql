SELECT source, CAST(count(*) AS INTEGER) AS incidents
FROM filtered
GROUP BY source
ORDER BY incidents DESC, source
