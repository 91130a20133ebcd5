-- What counts. Records are append-only; this statement alone decides which of them are seen:
-- the latest version of an account wins, a retraction hides it, linked accounts are one
-- incident, and one account of it (rank 1) is counted: the primary series' where there is one.
CREATE TABLE sources AS
SELECT
    source, title, role, coverage_from, coverage_to, coverage_places, counts, licence,
    attribution, source_url
FROM (
    SELECT *, row_number() OVER (PARTITION BY source ORDER BY recorded_at DESC, row_number DESC) AS age
    FROM records
    WHERE record_kind = 'source'
)
WHERE age = 1;

-- Who counts is worked out on a few columns; the whole records are fetched once, at the end.
CREATE TABLE live_accounts AS
SELECT latest.row_at, latest.incident_id, coalesce(sources.role, 'upload') AS source_role
FROM (
    SELECT
        rowid AS row_at, incident_id, source,
        row_number() OVER (PARTITION BY incident_id ORDER BY recorded_at DESC, row_number DESC) AS age
    FROM records
    WHERE record_kind = 'account'
) AS latest
LEFT JOIN sources ON sources.source = latest.source
WHERE latest.age = 1
AND NOT EXISTS (
    SELECT 1
    FROM records AS retractions
    WHERE retractions.record_kind = 'retraction'
    AND retractions.incident_id = latest.incident_id
);

-- A link says that one account is of the same incident as another; chains are followed to
-- their head. A link to something that is not there is ignored.
CREATE TABLE heads AS
WITH RECURSIVE links AS (
    SELECT ranked.incident_id, ranked.target_id
    FROM (
        SELECT *, row_number() OVER (PARTITION BY incident_id ORDER BY recorded_at DESC, row_number DESC) AS age
        FROM records
        WHERE record_kind = 'link'
    ) AS ranked
    INNER JOIN live_accounts AS here ON here.incident_id = ranked.incident_id
    INNER JOIN live_accounts AS there ON there.incident_id = ranked.target_id
    WHERE ranked.age = 1 AND ranked.incident_id <> ranked.target_id
),
chain AS (
    SELECT incident_id, target_id AS head, 1 AS depth
    FROM links
    UNION ALL
    SELECT chain.incident_id, links.target_id, chain.depth + 1
    FROM chain
    INNER JOIN links ON links.incident_id = chain.head
    WHERE chain.depth < 10
)
SELECT incident_id, arg_max(head, depth) AS head
FROM chain
GROUP BY incident_id;

CREATE TABLE accounts AS
WITH ranked AS (
    SELECT
        live.*,
        coalesce(heads.head, live.incident_id) AS cluster,
        row_number() OVER (
            PARTITION BY coalesce(heads.head, live.incident_id)
            ORDER BY
                CASE live.source_role
                    WHEN 'primary' THEN 1 WHEN 'series' THEN 2 WHEN 'selected' THEN 3 ELSE 4
                END,
                -- Among uploads the id decides: whichever came first, the same account is counted.
                CASE WHEN heads.head IS NULL OR live.source_role = 'upload' THEN 0 ELSE 1 END,
                live.incident_id
        ) AS account_rank
    FROM live_accounts AS live
    LEFT JOIN heads ON heads.incident_id = live.incident_id
),
keyed AS (
    SELECT
        row_at, source_role, account_rank,
        first_value(incident_id) OVER (PARTITION BY cluster ORDER BY account_rank) AS incident_key
    FROM ranked
)
SELECT records.*, keyed.* EXCLUDE (row_at)
FROM keyed
INNER JOIN records ON records.rowid = keyed.row_at;

-- A shipped account that an upload has brought up to date, as it was shipped: it is counted where
-- uploads are left out.
CREATE TABLE shipped_accounts AS
SELECT shipped.*, live.source_role, live.account_rank, live.incident_key
FROM records AS shipped
INNER JOIN accounts AS live ON live.incident_id = shipped.incident_id AND live.commit_id <> 'seed'
WHERE shipped.record_kind = 'account' AND shipped.commit_id = 'seed'
QUALIFY row_number() OVER (
    PARTITION BY shipped.incident_id ORDER BY shipped.recorded_at DESC, shipped.row_number DESC
) = 1;

-- What is counted is held once: the records are those accounts, and all that is none of them.
CREATE TABLE other_records AS
SELECT *
FROM records
WHERE NOT EXISTS (SELECT 1 FROM live_accounts WHERE live_accounts.row_at = records.rowid);

DROP TABLE records;

CREATE VIEW records AS
SELECT * FROM other_records
UNION ALL BY NAME
SELECT * EXCLUDE (source_role, account_rank, incident_key) FROM accounts;

DROP TABLE live_accounts;
DROP TABLE heads;
