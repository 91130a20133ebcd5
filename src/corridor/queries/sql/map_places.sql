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
SELECT
    mark,
    max(beside) AS beside_,
    count(*) FILTER (WHERE is_cell) > 0 AS is_cell_,
    min(geo_precision) AS geo_precision_,
    arg_max(admin1, event_date) AS admin1_,
    arg_max(admin2, event_date) AS admin2_,
    arg_max(location, event_date) AS location_,
    CASE WHEN count(*) FILTER (WHERE is_cell) > 0 THEN avg(latitude) ELSE min(latitude) END AS latitude_,
    CASE WHEN count(*) FILTER (WHERE is_cell) > 0 THEN avg(longitude) ELSE min(longitude) END AS longitude_,
    CAST(count(*) AS INTEGER) AS incidents,
    count(*) FILTER (WHERE is_provisional) > 0 AS is_provisional_,
    CAST(sum(fatalities_best) AS BIGINT) AS killed,
    CAST(count(*) FILTER (WHERE fatalities_best IS NULL) AS INTEGER) AS killed_unknown,
    CAST(count(*) FILTER (WHERE event_type = 'Violence against civilians') AS INTEGER)
        AS against_civilians,
    min(event_date) AS first_date,
    max(event_date) AS last_date,
    CASE
        WHEN 2 * count(*) FILTER (WHERE event_type = 'Violence against civilians') >= count(*)
            THEN 'Violence against civilians'
        ELSE arg_min(event_type, CASE event_type WHEN 'Violence against civilians' THEN 1 ELSE 0 END)
    END AS event_type_,
    count(*) FILTER (WHERE coded_at_town) > 0 AS coded_at_town_,
    CAST(count(*) FILTER (WHERE is_uploaded) AS INTEGER) AS uploaded,
    array_agg(CAST(event_date AS VARCHAR) || ' ' || incident_id) AS incident_ids
FROM marked
GROUP BY mark
ORDER BY geo_precision_, incidents DESC, mark
