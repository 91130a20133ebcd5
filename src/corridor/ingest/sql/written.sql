SELECT
    count(*) AS incidents,
    count(*) FILTER (WHERE source = $primary) AS of_primary,
    min(event_date) AS first_day,
    max(event_date) AS last_day
FROM to_write
