-- The grade of each of these accounts.
SELECT told.incident_id, told.grade
FROM account_grades AS told
INNER JOIN accounts ON accounts.incident_id = told.incident_id AND accounts.commit_id = told.commit_id
WHERE list_contains($ids::VARCHAR[], told.incident_id)
ORDER BY told.incident_id
