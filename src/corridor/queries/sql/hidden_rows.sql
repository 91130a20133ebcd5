-- Accounts of a series that a person has hidden; what a release withdrew is not among them.
SELECT CAST(count(DISTINCT incident_id) AS INTEGER) AS hidden
FROM records
WHERE record_kind = 'account' AND source = $series
AND incident_id NOT IN (SELECT incident_id FROM accounts)
AND incident_id IN (
    SELECT incident_id
    FROM records
    WHERE record_kind = 'retraction' AND release IS NULL
)
