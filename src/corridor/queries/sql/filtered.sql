-- The incidents that an IncidentFilter keeps, each once, by its best account among the
-- chosen sources. Every other query reads `filtered`. The conditions of the other choices are
-- those of `filter/dimensions.py`; only what is chosen stands in a query.
WITH chosen AS (
    /* best accounts */
),
/* measured */
filtered AS (
    SELECT
        chosen.*,
        NOT coalesce(
            (geo_precision <= 2 AND latitude IS NOT NULL)
            OR (geo_precision = 3 AND admin2 IS NOT NULL),
            false
        ) AS is_unplaced,
        -- Shipped accounts are of the commit that every store begins with.
        commit_id <> 'seed' AS is_uploaded
    FROM chosen
    /* WHERE each choice */
)
