-- A row under the id of a shipped incident of another source would stand in its place.
INSERT INTO problems
SELECT
    a.line, 'incident_id', shortened(a.incident_id), $rule || s.source,
    $remedy || shortened(a.source || ':' || a.incident_id) || '.', 'error'
FROM accepted AS a
INNER JOIN stored AS s ON s.incident_id = a.incident_id
INNER JOIN sources ON sources.source = s.source
WHERE sources.role <> 'upload' AND a.source <> s.source
