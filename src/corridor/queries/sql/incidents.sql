SELECT
    filtered.* EXCLUDE (choice, is_unplaced, account_rank, incident_key),
    versions.account_ids,
    versions.accounts
FROM filtered
INNER JOIN (
    SELECT
        incident_key,
        array_agg(incident_id ORDER BY account_rank) AS account_ids,
        CAST(count(*) AS INTEGER) AS accounts
    FROM accounts
    WHERE len($ids::VARCHAR[]) = 0
    OR incident_key IN (
        SELECT wanted.incident_key
        FROM accounts AS wanted
        WHERE wanted.incident_id IN (SELECT unnest($ids::VARCHAR[]))
    )
    GROUP BY incident_key
) AS versions ON versions.incident_key = filtered.incident_key
WHERE len($ids::VARCHAR[]) = 0 OR filtered.incident_id IN (SELECT unnest($ids::VARCHAR[]))
ORDER BY event_date DESC, filtered.incident_id
