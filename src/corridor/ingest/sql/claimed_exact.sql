-- Rows at a point that stands for an area and that claim to know the place better than that.
-- Few places are such points: they are found first.
INSERT INTO problems
SELECT
    w.line,
    'geo_precision',
    shortened(w.t_geo_precision),
    json_array(
        CASE w.geo_precision WHEN 1 THEN $exact WHEN 2 THEN $near ELSE $what END,
        json_object('level', found.level, 'name', found.name)
    ),
    json_array($mend, json_object('level', found.level)),
    'warning'
FROM to_write AS w
INNER JOIN (
    SELECT latitude, longitude, geo_precision, level, name
    FROM (
        SELECT
            p.latitude, p.longitude, p.geo_precision, s.level, s.name, s.reach_km,
            111.2 * sqrt(
                pow(p.latitude - s.latitude, 2)
                + pow((p.longitude - s.longitude) * cos(radians(s.latitude)), 2)
            ) AS km
        FROM (SELECT DISTINCT latitude, longitude, geo_precision FROM places) AS p
        INNER JOIN stand_ins AS s
            ON p.latitude BETWEEN s.latitude - 0.01 AND s.latitude + 0.01
            AND p.longitude BETWEEN s.longitude - 0.012 AND s.longitude + 0.012
        WHERE coalesce(p.geo_precision, 1) <= s.finest
    )
    WHERE km <= reach_km
    QUALIFY row_number() OVER (
        PARTITION BY latitude, longitude, geo_precision ORDER BY reach_km DESC, km
    ) = 1
) AS found
    ON found.latitude = w.latitude AND found.longitude = w.longitude
    AND found.geo_precision IS NOT DISTINCT FROM w.geo_precision
