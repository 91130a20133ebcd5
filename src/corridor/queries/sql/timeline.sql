-- One row per period and group; periods without incidents are added by the caller.
SELECT
    CAST(date_trunc($period, event_date) AS DATE) AS period_start,
    CASE $stack
        WHEN 'type' THEN event_type
        WHEN 'province' THEN coalesce(admin1, $not_located)
        WHEN 'actor' THEN coalesce(dyad, concat_ws(' – ', actor1, actor2))
    END AS "group",
    $apart::BOOLEAN AND source_role <> 'primary' AS is_other,
    CAST(count(*) AS INTEGER) AS incidents,
    CAST(sum(coalesce(fatalities_low, fatalities_best)) AS BIGINT) AS fatalities_low,
    CAST(sum(fatalities_best) AS BIGINT) AS fatalities_best,
    CAST(sum(coalesce(fatalities_high, fatalities_best)) AS BIGINT) AS fatalities_high,
    CAST(count(*) FILTER (WHERE fatalities_best IS NULL) AS INTEGER) AS fatalities_unknown
FROM filtered
GROUP BY 1, 2, 3
ORDER BY 1, 3, 2
