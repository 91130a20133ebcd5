-- The newest version of every account: those that are seen, and those that a retraction hides.
CREATE OR REPLACE TEMP VIEW stored AS
SELECT /* columns */ FROM accounts
UNION ALL
SELECT /* columns */
FROM records
WHERE record_kind = 'account' AND incident_id NOT IN (SELECT incident_id FROM accounts)
QUALIFY row_number() OVER (PARTITION BY incident_id ORDER BY recorded_at DESC, row_number DESC) = 1
