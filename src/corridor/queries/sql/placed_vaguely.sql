-- What is not known to lie exactly at a point.
SELECT incident_id, beside, geo_precision, latitude, longitude, admin1, admin2
FROM filtered
WHERE NOT coalesce(geo_precision = 1 AND latitude IS NOT NULL AND longitude IS NOT NULL, false)
ORDER BY incident_id
