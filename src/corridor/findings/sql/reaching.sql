-- The accounts of one commit that a verdict or its confidence can depend on.
SELECT count(*) AS accounts
FROM accounts AS mine
WHERE mine.commit_id = $commit_id
AND (
    list_contains(CAST($cited AS VARCHAR[]), mine.incident_id)
    OR mine.incident_key IN (
        SELECT incident_key FROM accounts GROUP BY incident_key HAVING count(*) > 1
    )
    OR mine.incident_id IN (
        SELECT records.incident_id
        FROM records
        INNER JOIN sources ON sources.source = records.source
        WHERE records.record_kind = 'account' AND sources.role = 'series'
    )
)
