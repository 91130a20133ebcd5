-- What a version knows of some accounts: by which incident each counts, else who hid it.
SELECT asked.incident_id, live.incident_key, retracted.release, retracted.reason, known.versions
FROM (SELECT unnest($ids) AS incident_id) AS asked
LEFT JOIN accounts AS live ON live.incident_id = asked.incident_id
LEFT JOIN (
    SELECT
        incident_id, release, reason,
        row_number() OVER (PARTITION BY incident_id ORDER BY recorded_at DESC, row_number DESC) AS age
    FROM records
    WHERE record_kind = 'retraction'
) AS retracted ON retracted.incident_id = asked.incident_id AND retracted.age = 1
LEFT JOIN (
    SELECT incident_id, CAST(count(*) AS INTEGER) AS versions
    FROM records
    WHERE record_kind = 'account'
    GROUP BY incident_id
) AS known ON known.incident_id = asked.incident_id
ORDER BY asked.incident_id
