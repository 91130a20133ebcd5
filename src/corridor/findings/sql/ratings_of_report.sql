SELECT target_id AS incident_id, ruling, reason, recorded_by, recorded_at
FROM judgements
WHERE report = $report AND finding IS NULL AND target_id IS NOT NULL
ORDER BY recorded_at, target_id
