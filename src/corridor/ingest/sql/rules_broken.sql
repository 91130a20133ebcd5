-- Whether some row breaks each rule, asked at once: most files break few, and telling of one takes
-- a statement. The rules stand in for the comments: conditions of ours over codebook names.
SELECT /* any */
FROM (
    SELECT /* broken */
    FROM file_rows
    WINDOW
        same_id AS (PARTITION BY incident_id ORDER BY line),
        same_source AS (PARTITION BY source ORDER BY line)
)
