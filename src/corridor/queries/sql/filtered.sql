-- The incidents that an IncidentFilter keeps, each once, by its best account among the
-- chosen sources. Every other query reads `filtered`. The conditions of the other choices are
-- those of `filter/dimensions.py`; only what is chosen stands in a query. What is not measured
-- stands beside what is: no query adds the two.
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
        commit_id <> 'seed' AS is_uploaded,
        -- Who alone tells an incident that the measuring series does not, or not on a day and in a
        -- place that it covers: another series by its code, or any other source.
        CASE
            WHEN is_covered AND (source = $series OR /* provisional */) THEN NULL
            WHEN source_role = 'series' THEN source
            ELSE 'others'
        END AS beside,
        coalesce(is_covered AND /* provisional */, false) AS is_provisional
    FROM chosen
    /* WHERE each choice */
)
