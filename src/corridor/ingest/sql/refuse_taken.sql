-- A row under the id of a shipped incident of another source would stand in its place.
INSERT INTO problems
SELECT
    a.line, 'incident_id', shortened(a.incident_id), json_array($what, json_object('source', s.source)),
    json_array($mend, json_object('id', shortened(a.source || ':' || a.incident_id))), 'error'
FROM accepted AS a
INNER JOIN stored AS s ON s.incident_id = a.incident_id
INNER JOIN sources ON sources.source = s.source
WHERE sources.role <> 'upload' AND a.source <> s.source
