SELECT a.incident_id
FROM accepted AS a
INNER JOIN effects AS e ON e.line = a.line AND e.effect = 'updated'
