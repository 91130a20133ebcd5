-- What some accounts tell: their days, places, and what happened.
SELECT
    incident_id, event_date, event_date_end, event_type, actor1, actor2, admin1, admin2, location,
    fatalities_low, fatalities_best, fatalities_high, source, source_office
FROM accounts
WHERE list_contains($ids::VARCHAR[], incident_id)
ORDER BY event_date, incident_id
