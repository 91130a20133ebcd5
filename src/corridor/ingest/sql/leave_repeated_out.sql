-- Rows with the same text in every column but those of the sides, which differ.
INSERT INTO left_out
SELECT line, 'repeated', NULL, first_line
FROM (
    SELECT
        line,
        hash(/* side */) AS side,
        first_value(side) OVER event AS first_side,
        first_value(line) OVER event AS first_line
    FROM landed
    WHERE line IN (SELECT line FROM cells)
    WINDOW event AS (PARTITION BY /* event */ ORDER BY line)
)
WHERE line > first_line AND side <> first_side
