-- The series' last incident is looked for within its coverage: a row dated later is no news of it.
SELECT
    (SELECT min(event_date) FROM incidents) AS first_day,
    (SELECT max(event_date) FROM incidents) AS last_day,
    (SELECT min(first_day) FROM spans WHERE source = $series) AS series_first,
    (SELECT max(last_day) FROM spans WHERE source = $series) AS series_last,
    (
        SELECT max(event_date)
        FROM incidents
        WHERE source = $series AND is_covered
    ) AS data_end
