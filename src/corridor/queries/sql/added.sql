SELECT
    mine.incident_id,
    mine.event_date,
    mine.date_precision,
    others.incident_key IS NOT NULL OR mine.account_rank > 1 AS is_joined,
    filtered.incident_id IS NOT NULL AS is_counted,
    filtered.is_unplaced
FROM accounts AS mine
LEFT JOIN (
    SELECT DISTINCT incident_key FROM accounts WHERE commit_id <> $commit_id
) AS others ON others.incident_key = mine.incident_key
LEFT JOIN filtered ON filtered.incident_id = mine.incident_id
WHERE mine.commit_id = $commit_id
ORDER BY mine.event_date, mine.incident_id
