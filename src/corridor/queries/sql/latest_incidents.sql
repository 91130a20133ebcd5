SELECT * EXCLUDE (choice, is_unplaced)
FROM filtered
ORDER BY event_date DESC, incident_id
LIMIT $count
