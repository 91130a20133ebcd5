-- What tactics each account of an incident tells, and by what.
SELECT incident_id, tactic, said_by, word
FROM account_tactics
WHERE incident_key IN (SELECT incident_key FROM accounts WHERE incident_id = $incident_id)
ORDER BY incident_id, tactic, said_by, word
