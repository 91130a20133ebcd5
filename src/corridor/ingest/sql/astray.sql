-- Places whose point lies in another governorate than the file says, or in none.
SELECT DISTINCT
    latitude, longitude, located_admin1 AS located,
    CASE WHEN located_admin1 IS NOT NULL THEN reported_admin1 END AS reported
FROM places
WHERE geo_precision <= 3 AND latitude IS NOT NULL AND longitude IS NOT NULL
AND (
    located_admin1 IS NULL
    OR (located_admin1 <> reported_admin1 AND list_contains($governorates, reported_admin1))
)
