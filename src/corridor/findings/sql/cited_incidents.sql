-- The incidents that a report cites, each by its counted account; ids may name any account.
SELECT
    incidents.*, cited.incident_id AS cited_id
FROM accounts AS cited
INNER JOIN incidents ON incidents.incident_id = cited.incident_key
WHERE list_contains(CAST($cited AS VARCHAR[]), cited.incident_id)
ORDER BY incidents.event_date, incidents.incident_id, cited.account_rank
