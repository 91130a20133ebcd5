-- Rows of accounts that a person has hidden: what a file says of them is not shown. What a release
-- withdrew comes back.
INSERT INTO problems
SELECT a.line, 'incident_id', shortened(a.incident_id), json_array($what, json_object('reason', shortened(hidden.reason))),
    json_array($mend, json_object()), 'warning'
FROM accepted AS a
INNER JOIN (
    SELECT incident_id, arg_max(reason, recorded_at) AS reason
    FROM records
    WHERE record_kind = 'retraction' AND release IS NULL
    GROUP BY incident_id
) AS hidden ON hidden.incident_id = a.incident_id
