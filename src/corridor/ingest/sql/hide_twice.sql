INSERT INTO problems
SELECT
    line, 'incident_id', shortened(incident_id),
    json_array($what, json_object('line', CAST(first_line AS VARCHAR))), $mend, 'warning'
FROM asked
WHERE line > first_line AND state <> 'unknown'
