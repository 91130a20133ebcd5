SELECT *
FROM accounts
WHERE incident_key IN (SELECT unnest($keys))
ORDER BY incident_key, account_rank
