-- What happened by mark, day and type, the earliest first.
SELECT
    mark,
    CAST(date_diff('day', DATE '1970-01-01', event_date) AS INTEGER) AS day,
    event_type,
    CAST(count(*) AS INTEGER) AS incidents,
    CAST(coalesce(sum(fatalities_best), 0) AS BIGINT) AS killed,
    CAST(count(*) FILTER (WHERE fatalities_best IS NULL) AS INTEGER) AS killed_unknown
FROM marked
GROUP BY mark, day, event_type
ORDER BY day, mark, event_type
