-- One row per group, what others alone tell apart. Groups: see timeline.sql.
SELECT
    CASE $stack
        WHEN 'type' THEN event_type
        WHEN 'province' THEN coalesce(admin1, $not_located)
        WHEN 'district' THEN coalesce(admin2, $not_located)
        WHEN 'actor' THEN coalesce(dyad, actor1 || ' – ' || actor2, actor1, actor2, '')
    END AS "group",
    beside,
    is_provisional,
    CAST(count(*) AS INTEGER) AS incidents
FROM filtered
GROUP BY 1, 2, 3
ORDER BY 1, 2, 3
