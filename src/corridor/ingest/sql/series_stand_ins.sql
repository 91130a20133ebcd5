-- Points that the country's series gives for an area more often than for a place.
SELECT level, name, latitude, longitude
FROM (
    SELECT
        latitude,
        longitude,
        CASE
            WHEN of_country > finer + of_district + of_governorate THEN 'country'
            WHEN of_governorate > 0 AND of_governorate + of_region > finer + of_district THEN 'governorate'
            WHEN of_district > 0 AND finer + of_governorate + of_country = 0 THEN 'district'
        END AS level,
        CASE level WHEN 'country' THEN $country WHEN 'governorate' THEN governorate ELSE district END AS name
    FROM (
        SELECT
            latitude,
            longitude,
            count(*) FILTER (WHERE geo_precision <= 2) AS finer,
            count(*) FILTER (WHERE geo_precision = 3) AS of_district,
            count(*) FILTER (WHERE geo_precision = 4) AS of_governorate,
            count(*) FILTER (WHERE geo_precision = 5) AS of_region,
            count(*) FILTER (WHERE geo_precision = 6) AS of_country,
            mode(admin1) FILTER (WHERE geo_precision = 4) AS governorate,
            mode(admin2) FILTER (WHERE geo_precision = 3) AS district
        FROM accounts
        WHERE source = $series AND latitude IS NOT NULL AND longitude IS NOT NULL
        GROUP BY latitude, longitude
    )
)
WHERE level IS NOT NULL AND name IS NOT NULL
