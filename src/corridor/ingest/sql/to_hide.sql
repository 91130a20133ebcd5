-- The accounts that a retraction list would hide, each with the first reason that it gives.
CREATE OR REPLACE TEMP TABLE to_hide AS
SELECT accounts.*, wanted.line, wanted.own_reason
FROM (
    SELECT
        incident_id,
        min(line) AS line,
        arg_min(reason, line) FILTER (WHERE reason IS NOT NULL) AS own_reason
    FROM asked
    GROUP BY incident_id
) AS wanted
INNER JOIN accounts ON accounts.incident_id = wanted.incident_id
