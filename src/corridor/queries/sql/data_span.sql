SELECT
    (SELECT min(event_date) FROM incidents) AS first_day,
    (SELECT max(event_date) FROM incidents) AS last_day,
    (SELECT min(coverage_from) FROM sources WHERE role = 'primary') AS series_first,
    (SELECT max(coverage_to) FROM sources WHERE role = 'primary') AS series_last
