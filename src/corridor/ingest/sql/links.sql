SELECT line, incident_id, target_id, score FROM matches ORDER BY line
