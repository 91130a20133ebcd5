-- Only names of codebook columns and expressions of a layout of ours stand in for the comments.
CREATE OR REPLACE TEMP TABLE cells AS
SELECT *
    /* typed */
FROM (
    SELECT line
        /* texts */
    FROM (
        SELECT line
            /* cleaned */
        FROM landed
    )
)
