SELECT incident_id, own_reason FROM to_hide ORDER BY line
