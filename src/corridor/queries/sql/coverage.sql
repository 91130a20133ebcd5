-- Incidents of the measuring series by year and governorate. Years and places that it does not cover
-- are not rows here: they are unknown, not zero.
SELECT
    CAST(extract(year FROM event_date) AS INTEGER) AS "year",
    coalesce(admin1, $not_located) AS admin1,
    CAST(count(*) AS INTEGER) AS incidents
FROM filtered
WHERE beside IS NULL
GROUP BY 1, 2
ORDER BY 1, 2
