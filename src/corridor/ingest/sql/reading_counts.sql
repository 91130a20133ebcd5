SELECT readings.text, readings.reading, readings.low, readings.high, count(*), min(cells.line)
FROM cells
INNER JOIN readings ON readings.text = cells.t_/* name */ AND readings."column" = $column
GROUP BY ALL
ORDER BY count(*) DESC, readings.text
