-- One row per mark of the map (`map_marks.sql`). It is named as its newest incident is, and its type
-- is the most frequent one; of as many, violence against civilians comes first.
SELECT
    mark,
    max(beside) AS beside_,
    count(*) FILTER (WHERE is_cell) > 0 AS is_cell_,
    min(geo_precision) AS geo_precision_,
    arg_max(admin1, CAST(event_date AS VARCHAR) || ' ' || incident_id) AS admin1_,
    arg_max(admin2, CAST(event_date AS VARCHAR) || ' ' || incident_id) AS admin2_,
    arg_max(location, CAST(event_date AS VARCHAR) || ' ' || incident_id) AS location_,
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
    max(most) AS event_type_,
    count(*) FILTER (WHERE coded_at_town) > 0 AS coded_at_town_,
    CAST(count(*) FILTER (WHERE is_uploaded) AS INTEGER) AS uploaded
FROM marked
LEFT JOIN (
    SELECT
        of_mark,
        arg_max(
            event_type,
            10 * of_type + CASE event_type
                WHEN 'Violence against civilians' THEN 6
                WHEN 'Battles' THEN 5
                WHEN 'Explosions/Remote violence' THEN 4
                WHEN 'Riots' THEN 3
                WHEN 'Protests' THEN 2
                ELSE 1
            END
        ) AS most
    FROM (
        SELECT mark AS of_mark, event_type, count(*) AS of_type
        FROM marked
        GROUP BY mark, event_type
    ) AS counted
    GROUP BY of_mark
) AS types ON of_mark = mark
GROUP BY mark
ORDER BY geo_precision_, incidents DESC, mark
