-- One row per period and group, what others alone tell apart (`beside` says who); periods without
-- incidents are added by the caller. Counts of deaths: see summary.sql.
SELECT
    CAST(
        CASE $period
            WHEN 'day' THEN event_date
            WHEN 'week' THEN date_trunc('week', event_date)
            WHEN 'month' THEN date_trunc('month', event_date)
            WHEN 'year' THEN date_trunc('year', event_date)
        END AS DATE
    ) AS period_start,
    CASE $stack
        WHEN 'type' THEN event_type
        WHEN 'province' THEN coalesce(admin1, $not_located)
        WHEN 'district' THEN coalesce(admin2, $not_located)
        WHEN 'actor' THEN coalesce(dyad, actor1 || ' – ' || actor2, actor1, actor2, '')
    END AS "group",
    beside,
    is_provisional,
    CAST(count(*) AS INTEGER) AS incidents,
    CAST(sum(CASE WHEN fatalities_low < fatalities_best THEN fatalities_low ELSE fatalities_best END) AS BIGINT)
        AS fatalities_low_,
    CAST(sum(fatalities_best) AS BIGINT) AS fatalities_best_,
    CAST(sum(CASE WHEN fatalities_high > fatalities_best THEN fatalities_high ELSE fatalities_best END) AS BIGINT)
        AS fatalities_high_,
    CAST(count(*) FILTER (WHERE fatalities_best IS NULL) AS INTEGER) AS fatalities_unknown
FROM filtered
GROUP BY 1, 2, 3, 4
ORDER BY 1, 3, 4, 2
