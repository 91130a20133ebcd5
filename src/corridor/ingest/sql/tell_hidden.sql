-- Rows of accounts that a person has hidden: what a file says of them is not shown.
INSERT INTO problems
SELECT a.line, 'incident_id', shortened(a.incident_id), $rule || shortened(hidden.reason), $remedy, 'warning'
FROM accepted AS a
INNER JOIN (
    SELECT incident_id, arg_max(reason, recorded_at) AS reason
    FROM records
    WHERE record_kind = 'retraction'
    GROUP BY incident_id
) AS hidden ON hidden.incident_id = a.incident_id
