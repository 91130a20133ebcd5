CREATE OR REPLACE TEMP TABLE effects AS
SELECT
    a.line,
    CASE
        WHEN s.incident_id IS NULL THEN 'new'
        WHEN s.is_withdrawn THEN 'updated'
        WHEN /* same */ THEN 'duplicate'
        ELSE 'updated'
    END AS effect,
    s.commit_id AS replaces
FROM accepted AS a
LEFT JOIN stored AS s ON s.incident_id = a.incident_id
