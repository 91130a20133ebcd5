-- The counted series: the primary source inside its declared coverage, one row an incident,
-- with one true/false column for each rule of the report (flags are compiled, values bound).
WITH counted AS (
    SELECT incidents.*
    FROM incidents
    INNER JOIN sources ON sources.source = incidents.source
    WHERE incidents.source_role = 'primary'
    AND incidents.event_date >= coalesce(sources.coverage_from, incidents.event_date)
    AND incidents.event_date <= coalesce(sources.coverage_to, incidents.event_date)
),
flagged AS (
    SELECT
        incident_id, event_date, event_date_end, date_precision, event_type, actor1, actor2,
        fatalities_low, fatalities_best, fatalities_high, located_admin1, reported_admin1,
        admin1, admin2, location, latitude, longitude, geo_precision, source, source_office,
        source_date, source_grade, nearest_road, road_km, road_position_km, nearest_town,
        town_km, coded_at_town, area_km, accounts
        /* flags */
    FROM counted AS here
)
SELECT *
FROM flagged
WHERE /* any flag */
ORDER BY event_date, incident_id
