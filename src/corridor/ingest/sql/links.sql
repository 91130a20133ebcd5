SELECT line, incident_id, target_id, score, is_weak FROM matches ORDER BY line
