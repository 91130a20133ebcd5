UPDATE cells
SET /* name */ = NULL
FROM merged
WHERE cells.line BETWEEN merged.first AND merged.last AND cells./* name */ > 0
