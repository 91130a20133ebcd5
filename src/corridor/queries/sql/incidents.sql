-- The lists of ids and their counts are made once for an incident, with what is served.
SELECT filtered.*, incidents.account_ids, incidents.accounts, told.tactic, told.tactic_source,
    graded.grade AS resolved_grade, graded.grade_source
FROM filtered
INNER JOIN incidents ON incidents.incident_id = filtered.incident_key
LEFT JOIN incident_tactics AS told ON told.incident_key = filtered.incident_key
LEFT JOIN account_grades AS graded
ON
    graded.incident_id = filtered.incident_id
    AND CASE WHEN $upload = 'without' THEN graded.without_uploads ELSE graded.with_uploads END
ORDER BY filtered.event_date DESC, filtered.incident_id
