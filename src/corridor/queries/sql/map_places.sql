-- One row per mark of the map (`map_marks.sql`).
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
    CAST(count(*) FILTER (WHERE is_uploaded) AS INTEGER) AS uploaded
FROM marked
GROUP BY mark
ORDER BY geo_precision_, incidents DESC, mark
