INSERT INTO problems
SELECT
    line, 'incident_id', shortened(incident_id),
    $rule || ' ' || CAST(first_line AS VARCHAR), $remedy, 'warning'
FROM asked
WHERE line > first_line AND state <> 'unknown'
