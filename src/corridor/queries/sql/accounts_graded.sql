-- The accounts whose grade a choice keeps.
SELECT told.incident_id
FROM account_grades AS told
INNER JOIN accounts ON accounts.incident_id = told.incident_id AND accounts.commit_id = told.commit_id
WHERE list_contains($grade_letters, told.reliability) AND list_contains($grade_numbers, told.credibility)
ORDER BY told.incident_id
