-- One row per mark: points and discs by coordinates, districts and governorates by name,
-- everything vaguer as a list entry of its own; what others alone tell has marks of its own.
-- Points and discs that would be too many to be told apart are gathered in cells of a grid. (Text
-- is made of coordinates once for each account, when it is known which: of a million it costs most.)
, keyed AS (
    SELECT
        *,
        coalesce(geo_precision <= 2 AND latitude IS NOT NULL AND longitude IS NOT NULL, false)
            AS has_point,
        CASE WHEN geo_precision = 1 THEN 0.05 ELSE 0.5 END AS step
    FROM filtered
),
points AS (
    SELECT DISTINCT beside, geo_precision, latitude, longitude
    FROM keyed
    WHERE has_point
),
dense AS (
    SELECT count(*) > $most_marks::INTEGER AS is_dense
    FROM points
),
marked AS (
    SELECT
        keyed.*,
        is_dense AND has_point AS is_cell,
        coalesce(beside || ' ', '') || CASE
            WHEN is_dense AND has_point
                THEN 'cell ' || CAST(geo_precision AS VARCHAR) || ' '
                    || CAST(floor(latitude / step) AS VARCHAR) || ' '
                    || CAST(floor(longitude / step) AS VARCHAR)
            WHEN geo_precision <= 2 AND latitude IS NOT NULL
                THEN CAST(geo_precision AS VARCHAR) || ' ' || CAST(latitude AS VARCHAR)
                    || coalesce(' ' || CAST(longitude AS VARCHAR), '')
            WHEN geo_precision = 3 AND admin2 IS NOT NULL
                THEN '3 ' || coalesce(admin1 || ' ', '') || admin2
            WHEN geo_precision = 4 AND admin1 IS NOT NULL THEN '4 ' || admin1
            ELSE 'list ' || incident_id
        END AS mark
    FROM keyed
    CROSS JOIN dense
)
