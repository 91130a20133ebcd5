-- A row is one incident: a table of counts cannot be read as one of incidents.
INSERT INTO problems
SELECT
    line, $column, shortened(cell),
    CASE
        WHEN number IS NULL THEN json_array($no_number, json_object())
        WHEN number = 0 THEN json_array($none, json_object())
        ELSE json_array($some, json_object('count', cell))
    END,
    $mend,
    'error'
FROM (
    SELECT landed.line, /* cell */ AS cell, TRY_CAST(/* cell */ AS DOUBLE) AS number
    FROM landed
    WHERE line IN (SELECT line FROM cells)
)
WHERE cell <> '' AND number IS DISTINCT FROM 1
