-- Rows of the series whose point lies outside the governorate they report, and how well the
-- point is known.
SELECT incident_id, latitude, longitude, geo_precision, location_radius_km, reported_admin1
FROM accounts
WHERE source = $series AND is_covered AND geo_precision <= 3 AND located_admin1 <> reported_admin1
ORDER BY incident_id
