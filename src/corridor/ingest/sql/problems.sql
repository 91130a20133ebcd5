SELECT p.line, w.name, p.cell, p.rule, p.remedy, p.severity
FROM problems AS p
INNER JOIN written AS w ON w."column" = p."column"
ORDER BY list_position($severities, p.severity), p.line, w.place, p.rule
LIMIT $most
