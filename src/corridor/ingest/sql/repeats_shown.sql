SELECT line, incident_id, account_id FROM repeats ORDER BY line LIMIT $most
