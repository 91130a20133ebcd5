-- Incidents of the measuring series in the first of two windows and in the second: by district, and
-- by point where the place is known to about 25 km or better.
SELECT
    admin1,
    admin2,
    CASE WHEN geo_precision <= 2 AND longitude IS NOT NULL THEN latitude END AS latitude_,
    CASE WHEN geo_precision <= 2 AND latitude IS NOT NULL THEN longitude END AS longitude_,
    CAST(count(*) FILTER (WHERE w.number = 0) AS INTEGER) AS incidents,
    CAST(count(*) FILTER (WHERE w.number = 1) AS INTEGER) AS before
FROM filtered
CROSS JOIN (SELECT unnest($windows) AS w) AS windows
WHERE beside IS NULL
AND event_date >= w.first_day AND event_date <= w.last_day
GROUP BY admin1, admin2, latitude_, longitude_
ORDER BY admin1, admin2, latitude_, longitude_
