-- What a release leaves out: accounts of its source that are shown, within its span and places, and
-- that no row of the file states, accepted or not.
SELECT
    a.incident_id, a.event_date, a.event_date_end, a.location, a.admin1, a.fatalities_low,
    a.fatalities_best, a.fatalities_high
FROM accounts AS a
WHERE a.source = $source
AND a.event_date BETWEEN $first AND $last
AND ($places IS NULL OR list_contains($places::VARCHAR[], a.admin1))
AND NOT EXISTS (SELECT 1 FROM file_rows WHERE file_rows.incident_id = a.incident_id)
ORDER BY a.event_date, a.incident_id
