-- An incident with another account that is not asked for stays, told by that one.
SELECT
    count(*) AS found,
    count(*) FILTER (WHERE source = $series) AS of_series,
    count(*) FILTER (WHERE incident_key IN (
        SELECT incident_key FROM accounts WHERE incident_id NOT IN (SELECT incident_id FROM to_hide)
    )) AS told_otherwise,
    (SELECT count(DISTINCT incident_id) FROM asked WHERE state = 'hidden') AS hidden,
    (SELECT count(DISTINCT incident_id) FROM asked WHERE state = 'unknown') AS unknown
FROM to_hide
