INSERT INTO problems
SELECT cells.line, $column, shortened(cells.t_/* name */), $what, $mend, 'warning'
FROM cells
INNER JOIN merged ON cells.line BETWEEN merged.first AND merged.last
WHERE cells./* name */ > 0
