SELECT
    a.incident_id,
    $column AS "column",
    coalesce(CAST(s./* name */ AS VARCHAR), '') AS before,
    coalesce(CAST(a./* name */ AS VARCHAR), '') AS after
FROM accepted AS a
INNER JOIN effects AS e ON e.line = a.line AND e.effect = 'updated'
INNER JOIN stored AS s ON s.incident_id = a.incident_id
WHERE a./* name */ IS DISTINCT FROM s./* name */
ORDER BY a.line
LIMIT $most
