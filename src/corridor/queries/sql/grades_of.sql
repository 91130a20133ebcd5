-- The grade of each account of an incident, and what gave it.
SELECT
    told.incident_id, told.grade, told.letter_by, told.number_by, told.tellers, told.disputed,
    told.reason, told.graded_by, told.graded_at
FROM account_grades AS told
INNER JOIN accounts ON accounts.incident_id = told.incident_id
WHERE told.with_uploads
AND told.incident_key IN (SELECT incident_key FROM accounts WHERE incident_id = $incident_id)
ORDER BY accounts.account_rank
