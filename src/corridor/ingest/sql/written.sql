SELECT
    count(*) AS incidents,
    count(*) FILTER (WHERE source = $series) AS of_series,
    min(event_date) AS first_day,
    max(event_date) AS last_day
FROM to_write
