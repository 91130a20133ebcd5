-- Which of these accounts an upload brought, and which upload.
SELECT incident_id, commit_id
FROM accounts
WHERE list_contains($ids::VARCHAR[], incident_id) AND commit_id <> 'seed'
ORDER BY incident_id
