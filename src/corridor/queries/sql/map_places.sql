-- One row per mark: points and discs by coordinates, districts and governorates by name,
-- everything vaguer as a list entry of its own. Points and discs that would be too many to be
-- told apart are gathered in cells of a grid.
, keyed AS (
    SELECT
        *,
        geo_precision <= 2 AND latitude IS NOT NULL AND longitude IS NOT NULL AS has_point,
        CASE
            WHEN geo_precision <= 2 AND latitude IS NOT NULL
                THEN concat_ws(' ', geo_precision, latitude, longitude)
            WHEN geo_precision = 3 AND admin2 IS NOT NULL THEN concat_ws(' ', 3, admin1, admin2)
            WHEN geo_precision = 4 AND admin1 IS NOT NULL THEN concat_ws(' ', 4, admin1)
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
                THEN concat_ws(
                    ' ', 'cell', geo_precision, floor(latitude / step), floor(longitude / step)
                )
            ELSE own_mark
        END AS mark
    FROM keyed
    CROSS JOIN dense
)
SELECT
    mark,
    bool_or(is_cell) AS is_cell,
    min(geo_precision) AS geo_precision,
    arg_max(admin1, event_date) AS admin1,
    arg_max(admin2, event_date) AS admin2,
    arg_max(location, event_date) AS location,
    CASE WHEN bool_or(is_cell) THEN avg(latitude) ELSE min(latitude) END AS latitude,
    CASE WHEN bool_or(is_cell) THEN avg(longitude) ELSE min(longitude) END AS longitude,
    CAST(count(*) AS INTEGER) AS incidents,
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
    END AS event_type,
    bool_or(coalesce(coded_at_town, false)) AS coded_at_town,
    CAST(count(*) FILTER (WHERE is_uploaded) AS INTEGER) AS uploaded,
    array_agg(incident_id ORDER BY event_date DESC, incident_id) AS incident_ids
FROM marked
GROUP BY mark
ORDER BY geo_precision, incidents DESC, mark
