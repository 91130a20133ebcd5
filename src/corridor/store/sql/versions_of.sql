-- Every version of an account, newest first, whatever hides it.
SELECT commit_id, recorded_at, recorded_by, row_number
FROM records
WHERE record_kind = 'account' AND incident_id = $incident_id
ORDER BY recorded_at DESC, row_number DESC
