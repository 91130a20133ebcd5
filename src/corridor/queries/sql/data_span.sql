-- The series' last incident is looked for within its coverage: a row dated later is no news of it.
SELECT
    (SELECT min(event_date) FROM incidents) AS first_day,
    (SELECT max(event_date) FROM incidents) AS last_day,
    (SELECT min(coverage_from) FROM sources WHERE role = 'primary') AS series_first,
    (SELECT max(coverage_to) FROM sources WHERE role = 'primary') AS series_last,
    (
        SELECT max(incidents.event_date)
        FROM incidents
        INNER JOIN sources ON sources.source = incidents.source
        WHERE sources.role = 'primary' AND incidents.event_date <= sources.coverage_to
    ) AS data_end
