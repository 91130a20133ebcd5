-- The best among some accounts: those of the chosen sources, or those that were shipped.
SELECT *
FROM (
    SELECT *, row_number() OVER (PARTITION BY incident_key ORDER BY account_rank) AS choice
    FROM (
        /* offered */
    ) AS offered
    WHERE /* of sources */
) AS ranked
WHERE choice = 1
