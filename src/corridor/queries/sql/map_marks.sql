-- One row per mark: points and discs by coordinates, districts and governorates by name,
-- everything vaguer as a list entry of its own; what others alone tell has marks of its own. Points and discs that would be too many to be
-- told apart are gathered in cells of a grid.
, keyed AS (
    SELECT
        *,
        geo_precision <= 2 AND latitude IS NOT NULL AND longitude IS NOT NULL AS has_point,
        coalesce(beside || ' ', '') || CASE
            WHEN geo_precision <= 2 AND latitude IS NOT NULL
                THEN CAST(geo_precision AS VARCHAR) || ' ' || CAST(latitude AS VARCHAR)
                    || coalesce(' ' || CAST(longitude AS VARCHAR), '')
            WHEN geo_precision = 3 AND admin2 IS NOT NULL
                THEN '3 ' || coalesce(admin1 || ' ', '') || admin2
            WHEN geo_precision = 4 AND admin1 IS NOT NULL THEN '4 ' || admin1
            ELSE 'list ' || incident_id
        END AS own_mark,
        CASE WHEN geo_precision = 1 THEN 0.05 ELSE 0.5 END AS step
    FROM filtered
),
dense AS (
    SELECT count(DISTINCT own_mark) > $most_marks::INTEGER AS is_dense
    FROM keyed
    WHERE has_point
),
marked AS (
    SELECT
        keyed.*,
        is_dense AND coalesce(has_point, false) AS is_cell,
        CASE
            WHEN is_dense AND has_point
                THEN coalesce(beside || ' ', '') || 'cell ' || CAST(geo_precision AS VARCHAR) || ' '
                    || CAST(floor(latitude / step) AS VARCHAR) || ' '
                    || CAST(floor(longitude / step) AS VARCHAR)
            ELSE own_mark
        END AS mark
    FROM keyed
    CROSS JOIN dense
)
