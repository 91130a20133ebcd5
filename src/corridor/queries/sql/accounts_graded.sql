-- The accounts whose grade a choice keeps.
SELECT incident_id
FROM account_grades
WHERE with_uploads
AND list_contains($grade_letters, reliability) AND list_contains($grade_numbers, credibility)
ORDER BY incident_id
