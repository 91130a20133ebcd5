SELECT
    sources.*,
    CAST(count(accounts.incident_id) AS INTEGER) AS accounts,
    min(accounts.event_date) AS first_date,
    max(accounts.event_date) AS last_date
FROM sources
LEFT JOIN accounts ON accounts.source = sources.source
GROUP BY ALL
ORDER BY CASE sources.role WHEN 'primary' THEN 1 WHEN 'series' THEN 2 ELSE 3 END, sources.source
