INSERT INTO problems
SELECT cells.line, $column, shortened(cells./* name */), $rule, $remedy, 'warning'
FROM cells
INNER JOIN named ON /* same */
WHERE cells./* name */ IS NOT NULL AND named./* named */ IS NULL
