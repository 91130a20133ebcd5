SELECT incident_id FROM accounts
