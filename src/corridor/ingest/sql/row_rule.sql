-- The rule stands in for the comments: a condition of ours over codebook names.
INSERT INTO problems
SELECT line, $column, shortened(cell), $rule, remedy, $severity
FROM (
    SELECT
        line, /* cell */ AS cell, /* remedy */ AS remedy, coalesce(/* broken */, false) AS is_broken
    FROM file_rows
    WINDOW
        same_id AS (PARTITION BY incident_id ORDER BY line),
        same_source AS (PARTITION BY source ORDER BY line)
)
WHERE is_broken
