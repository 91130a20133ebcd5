-- Places too vague, or none, for a distance.
SELECT CAST(count(*) AS INTEGER) AS unmeasured
FROM filtered
WHERE beside IS NULL AND NOT coalesce(geo_precision <= 2 AND latitude IS NOT NULL AND longitude IS NOT NULL, false)
