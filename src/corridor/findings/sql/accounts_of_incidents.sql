-- Every account of the incidents that have several, or that the report cites.
SELECT
    incident_id, incident_key, source, source_office, event_date, fatalities_best,
    reported_admin1, admin1, latitude, longitude, geo_precision, location_radius_km
FROM accounts
WHERE incident_key IN (
    SELECT wanted.incident_key
    FROM accounts AS wanted
    WHERE wanted.account_rank > 1
    OR list_contains(CAST($cited AS VARCHAR[]), wanted.incident_id)
)
ORDER BY incident_key, account_rank
