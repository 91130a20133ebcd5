SELECT
    admin1,
    admin2,
    CAST(date_trunc('month', event_date) AS DATE) AS month,
    CAST(count(*) AS INTEGER) AS incidents
FROM filtered
WHERE beside IS NULL AND admin2 IS NOT NULL
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3
