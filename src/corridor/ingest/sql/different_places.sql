SELECT DISTINCT latitude, longitude, geo_precision, reported_admin1, reported_admin2
FROM to_write
