-- The good rows of a retraction list, and what the store has of each: shown, hidden, unknown.
CREATE OR REPLACE TEMP TABLE asked AS
SELECT
    cells.line,
    cells.incident_id,
    cells.reason,
    min(cells.line) OVER (PARTITION BY cells.incident_id) AS first_line,
    CASE
        WHEN cells.incident_id IN (SELECT incident_id FROM accounts) THEN 'shown'
        WHEN cells.incident_id IN (SELECT incident_id FROM records WHERE record_kind = 'account') THEN 'hidden'
        ELSE 'unknown'
    END AS state
FROM cells
WHERE cells.line NOT IN (SELECT line FROM problems WHERE severity = 'error')
