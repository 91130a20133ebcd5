-- A row is one incident: a table of counts cannot be read as one of incidents.
INSERT INTO problems
SELECT
    line, $column, shortened(cell),
    CASE
        WHEN number IS NULL THEN 'not a number of incidents'
        WHEN number = 0 THEN 'the row counts no incident'
        ELSE 'the row counts ' || cell || ' incidents'
    END,
    'Corridor Watch needs one row for each incident: take the rows of single incidents from the source.',
    'error'
FROM (
    SELECT landed.line, /* cell */ AS cell, TRY_CAST(/* cell */ AS DOUBLE) AS number
    FROM landed
    WHERE line IN (SELECT line FROM cells)
)
WHERE cell <> '' AND number IS DISTINCT FROM 1
