SELECT event_type, CAST(count(*) AS INTEGER) AS incidents
FROM filtered
GROUP BY event_type
ORDER BY incidents DESC, event_type
