INSERT INTO problems
SELECT
    cells.line, $column, shortened(cells./* name */), $rule,
    CASE WHEN named./* hint */ IS NULL THEN $check ELSE named./* hint */ || ' ' || $remedy END,
    'warning'
FROM cells
INNER JOIN named ON /* same */
WHERE cells./* name */ IS NOT NULL AND named./* named */ IS NULL
