SELECT sources.*, coalesce(counted.accounts, 0) AS accounts, counted.first_date, counted.last_date
FROM sources
LEFT JOIN (
    SELECT
        source,
        CAST(count(*) AS INTEGER) AS accounts,
        min(event_date) AS first_date,
        max(event_date) AS last_date
    FROM accounts
    GROUP BY source
) AS counted ON counted.source = sources.source
ORDER BY CASE WHEN sources.source = $series THEN 1 WHEN sources.role = 'series' THEN 2 ELSE 3 END,
    sources.source
