-- Incidents by the province that is reported, the one whose polygon holds the point, who tells them
-- and the year. Worse than a district a place says nothing: its province is the reported one.
SELECT
    source, source_office, reported_admin1, located_admin1, beside,
    CAST(extract(year FROM event_date) AS INTEGER) AS "year",
    coalesce(geo_precision <= 3, false) AS is_placed,
    coalesce(geo_precision <= 2 AND latitude IS NOT NULL, false) AS is_dot,
    CAST(count(*) AS INTEGER) AS incidents
FROM filtered
GROUP BY beside, source, source_office, reported_admin1, located_admin1, "year", is_placed, is_dot
ORDER BY beside, source, source_office, reported_admin1, located_admin1, "year", is_placed, is_dot
