-- Accounts by id: the commit of the version that counts, and whether it is seen or retracted.
SELECT
    known.incident_id,
    known.commit_id,
    shown.incident_id IS NOT NULL AS is_shown
FROM (
    SELECT
        incident_id,
        commit_id,
        row_number() OVER (PARTITION BY incident_id ORDER BY recorded_at DESC, row_number DESC) AS age
    FROM records
    WHERE record_kind = 'account' AND list_contains($ids::VARCHAR[], incident_id)
) AS known
LEFT JOIN accounts AS shown ON shown.incident_id = known.incident_id
WHERE known.age = 1
