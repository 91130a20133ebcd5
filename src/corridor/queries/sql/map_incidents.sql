-- Each incident with its mark of the map, the newest first.
SELECT incident_id, mark
FROM marked
ORDER BY event_date DESC, incident_id
