SELECT incident_id, finding, ruling, reason, recorded_by, recorded_at
FROM judgements
WHERE report = $report AND finding IS NOT NULL
ORDER BY recorded_at, incident_id
