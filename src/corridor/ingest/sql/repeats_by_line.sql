SELECT line, incident_id, account_id, leads_to FROM repeats ORDER BY line
