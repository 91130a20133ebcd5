-- The newest version of every account: those that are seen, and those that a retraction hides. What
-- was withdrawn by a release and by nobody else comes back when a file states it again.
CREATE OR REPLACE TEMP VIEW stored AS
SELECT /* columns */, FALSE AS is_withdrawn FROM accounts
UNION ALL
SELECT
    /* columns */,
    incident_id NOT IN (
        SELECT incident_id
        FROM records AS retractions
        WHERE record_kind = 'retraction' AND release IS NULL AND incident_id IS NOT NULL
    ) AS is_withdrawn
FROM records
WHERE record_kind = 'account' AND incident_id NOT IN (SELECT incident_id FROM accounts)
QUALIFY row_number() OVER (PARTITION BY incident_id ORDER BY recorded_at DESC, row_number DESC) = 1
