-- The best among some accounts: those of the chosen sources, or those that were shipped; that of
-- the measuring series first, and of its own the covered one.
SELECT *
FROM (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY incident_key
            ORDER BY
                CASE WHEN source = $series THEN 1 WHEN source = $continuation THEN 2 ELSE 3 END,
                CASE WHEN is_covered THEN 1 ELSE 2 END,
                account_rank
        ) AS choice
    FROM (
        /* offered */
    ) AS offered
    WHERE /* of sources */
) AS ranked
WHERE choice = 1
