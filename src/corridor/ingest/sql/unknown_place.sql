INSERT INTO problems
SELECT
    cells.line, $column, shortened(cells./* name */), $what,
    CASE
        WHEN named./* hint */ IS NULL THEN $mend
        ELSE json_array($perhaps, json_object('perhaps', CAST(named./* hint */ AS JSON)))
    END,
    'warning'
FROM cells
INNER JOIN named ON /* same */
WHERE cells./* name */ IS NOT NULL AND named./* named */ IS NULL
