-- Incidents of the primary series by year and governorate. Years and places outside its
-- declared coverage are not rows here: they are unknown, not zero.
SELECT
    CAST(extract(year FROM event_date) AS INTEGER) AS "year",
    coalesce(admin1, $not_located) AS admin1,
    CAST(count(*) AS INTEGER) AS incidents
FROM incidents
WHERE source = $series
GROUP BY 1, 2
ORDER BY 1, 2
