SELECT event_type, CAST(count(*) AS INTEGER) AS incidents
FROM filtered
WHERE beside IS NULL
GROUP BY event_type
ORDER BY incidents DESC, event_type
