INSERT INTO problems
SELECT
    asked.line, 'incident_id', shortened(asked.incident_id), $what,
    coalesce(alike.mend, $mend), 'error'
FROM asked
LEFT JOIN alike ON alike.incident_id = asked.incident_id
WHERE asked.state = 'unknown'
