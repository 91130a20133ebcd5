SELECT every.*
FROM accounts AS every
INNER JOIN accounts AS asked ON asked.incident_key = every.incident_key
WHERE asked.incident_id = $incident_id
ORDER BY every.account_rank
