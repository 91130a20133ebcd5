-- Incidents of the measuring series by district, in the first of two windows and in the second.
SELECT
    admin1,
    admin2,
    CAST(count(*) FILTER (WHERE w.number = 0) AS INTEGER) AS incidents,
    CAST(count(*) FILTER (WHERE w.number = 1) AS INTEGER) AS before
FROM filtered
CROSS JOIN (SELECT unnest($windows) AS w) AS windows
WHERE beside IS NULL AND admin2 IS NOT NULL
AND event_date >= w.first_day AND event_date <= w.last_day
GROUP BY admin1, admin2
ORDER BY admin1, admin2
