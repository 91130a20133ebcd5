-- Rows whose id stands again further down.
INSERT INTO left_out
SELECT line, 'superseded', NULL, last_line
FROM (
    SELECT line, max(line) OVER (PARTITION BY t_incident_id) AS last_line
    FROM cells
    WHERE t_incident_id <> ''
) AS same_id
WHERE line < last_line
