INSERT INTO problems
SELECT
    asked.line, 'incident_id', shortened(asked.incident_id), $rule,
    coalesce(alike.remedy, $remedy), 'error'
FROM asked
LEFT JOIN alike ON alike.incident_id = asked.incident_id
WHERE asked.state = 'unknown'
