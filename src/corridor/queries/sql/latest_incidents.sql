SELECT *
FROM filtered
ORDER BY event_date DESC, incident_id
LIMIT $count
