-- What tells whether an incident of the filter is the same in two versions: the row that it is
-- counted by, who tells it, and what is drawn of it.
SELECT
    filtered.incident_id, filtered.commit_id, filtered.row_number, filtered.event_date,
    filtered.latitude, filtered.longitude, filtered.geo_precision, filtered.fatalities_best,
    filtered.beside, filtered.is_provisional, incidents.accounts
FROM filtered
INNER JOIN incidents ON incidents.incident_id = filtered.incident_key
ORDER BY filtered.incident_id
