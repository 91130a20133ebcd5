-- The grade of each of these accounts, and what gave it.
SELECT incident_id, grade AS resolved_grade, grade_source
FROM account_grades
WHERE with_uploads AND list_contains($ids::VARCHAR[], incident_id)
ORDER BY incident_id
