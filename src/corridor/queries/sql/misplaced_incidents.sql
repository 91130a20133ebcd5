-- The incidents that lie in another province than the one reported.
SELECT
    incident_id, event_date, event_date_end, location, admin1, reported_admin1,
    located_admin1, latitude, longitude, geo_precision, location_radius_km, source, source_office, beside
FROM filtered
WHERE geo_precision <= 3 AND located_admin1 <> reported_admin1
ORDER BY event_date DESC, incident_id
