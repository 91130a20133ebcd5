-- Said of each row that would be written: a warning, or a note where it is so near a border that
-- the polygons may be wrong.
INSERT INTO problems
SELECT
    w.line,
    CASE WHEN a.located IS NULL THEN 'latitude' ELSE 'reported_admin1' END,
    shortened(CASE WHEN a.located IS NULL THEN w.t_latitude ELSE w.t_reported_admin1 END),
    CASE
        WHEN a.located IS NULL THEN json_array($no_governorate, json_object('km', a.far))
        ELSE json_array(
            $another, json_object('located', a.located, 'km', a.far, 'reported', a.reported)
        )
    END,
    json_array(
        CASE
            WHEN a.km <= $near THEN if(a.located IS NULL, $outside_near, $across_near)
            WHEN w.geo_precision = 2 AND a.km <= $loose THEN if(a.located IS NULL, $outside_loose, $across_loose)
            ELSE if(a.located IS NULL, $outside, $across)
        END,
        json_object('located', a.located, 'loose', $loose)
    ),
    CASE WHEN a.km <= $near THEN 'note' ELSE 'warning' END
FROM to_write AS w
INNER JOIN (
    SELECT *, json_object('number', json_array(km, if(km < 9.95, 1, 0))) AS far
    FROM astray
) AS a
    ON a.latitude = w.latitude AND a.longitude = w.longitude
    AND (a.located IS NULL OR a.reported = w.reported_admin1)
WHERE w.geo_precision <= 3
