-- Said of each row that would be written: a warning, or a note where it is so near a border that
-- the polygons may be wrong.
INSERT INTO problems
SELECT
    w.line,
    CASE WHEN a.located IS NULL THEN 'latitude' ELSE 'reported_admin1' END,
    shortened(CASE WHEN a.located IS NULL THEN w.t_latitude ELSE w.t_reported_admin1 END),
    CASE
        WHEN a.located IS NULL THEN 'the point lies outside Iraq, ' || far || ' from its border'
        ELSE 'the point lies in ' || a.located || ', ' || far || ' outside ' || a.reported
    END,
    CASE
        WHEN a.located IS NULL AND a.km <= $near THEN $outside_near
        WHEN a.located IS NULL THEN $outside
        WHEN a.km <= $near THEN $across_near || a.located || '.'
        ELSE $across || a.located || '.'
    END || CASE WHEN w.geo_precision = 2 AND a.km > $near AND a.km <= $loose_km THEN $loose ELSE '' END,
    CASE WHEN a.km <= $near THEN 'note' ELSE 'warning' END
FROM to_write AS w
INNER JOIN (
    SELECT *, CASE WHEN km < 9.95 THEN format('{:.1f} km', km) ELSE format('{:.0f} km', km) END AS far
    FROM astray
) AS a
    ON a.latitude = w.latitude AND a.longitude = w.longitude
    AND (a.located IS NULL OR a.reported = w.reported_admin1)
WHERE w.geo_precision <= 3
