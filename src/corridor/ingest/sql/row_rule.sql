-- The rule stands in for the comments: a condition of ours over codebook names.
INSERT INTO problems
SELECT line, $column, shortened(cell), json_array($what, json_object()), json_array($mend, shown), $severity
FROM (
    SELECT
        line, /* cell */ AS cell, json_object(/* shown */) AS shown, coalesce(/* broken */, false) AS is_broken
    FROM file_rows
    WINDOW
        same_id AS (PARTITION BY incident_id ORDER BY line),
        same_source AS (PARTITION BY source ORDER BY line)
)
WHERE is_broken
