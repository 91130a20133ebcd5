-- Incidents of the filter as people see them, each with how many accounts it has.
SELECT filtered.*, incidents.accounts
FROM filtered
INNER JOIN incidents ON incidents.incident_id = filtered.incident_key
ORDER BY filtered.event_date DESC, filtered.incident_id
