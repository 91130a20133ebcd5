SELECT p.line, w.name, p.cell, p.what, p.mend, p.severity
FROM problems AS p
INNER JOIN written AS w ON w."column" = p."column"
ORDER BY list_position($severities, p.severity), p.line, w.place, p.what
LIMIT $most
