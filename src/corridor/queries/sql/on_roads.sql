-- What lies along roads, once for each road that it is near.
, feet AS (
    SELECT incident_key, road, off_km, along_km
    FROM (/* feet of roads */) AS every
    WHERE off_km <= $roads_km
)
SELECT
    road,
    along_km,
    incident_id,
    event_date,
    date_precision,
    fatalities_best,
    geo_precision,
    coded_at_town,
    beside
FROM filtered
INNER JOIN feet USING (incident_key)
ORDER BY road, along_km, event_date, incident_id
