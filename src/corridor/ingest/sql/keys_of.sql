SELECT incident_id, incident_key
FROM accounts
WHERE list_contains(CAST($ids AS VARCHAR[]), incident_id)
