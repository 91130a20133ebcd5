-- What is counted, made of `accounts` and `records`, see current_accounts.sql.
CREATE TABLE incidents AS
SELECT accounts.* EXCLUDE (account_rank, incident_key), versions.account_ids, versions.accounts
FROM accounts
INNER JOIN (
    SELECT
        incident_key,
        array_agg(incident_id ORDER BY account_rank) AS account_ids,
        CAST(count(*) AS INTEGER) AS accounts
    FROM accounts
    GROUP BY incident_key
) AS versions ON versions.incident_key = accounts.incident_id
WHERE accounts.account_rank = 1
ORDER BY event_date DESC, incident_id;

-- Of each person the latest judgement stands; a withdrawn one is there as withdrawn.
CREATE TABLE judgements AS
SELECT
    incident_id, target_id, report, finding, ruling, reason, recorded_by, recorded_at, commit_id
FROM (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY
                incident_id, target_id, report, finding, lower(trim(coalesce(recorded_by, '')))
            ORDER BY recorded_at DESC, row_number DESC
        ) AS age
    FROM records
    WHERE record_kind = 'judgement'
)
WHERE age = 1;
