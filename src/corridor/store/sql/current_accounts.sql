-- What counts. Records are append-only; this statement alone decides which of them are seen:
-- the latest version of an account wins, a retraction hides it, linked accounts are one
-- incident, and one account of it (rank 1) is counted: the country's series' where there is one.
-- A store of before there were several series calls the one that measured "primary". A source that
-- a pack describes is a series whatever an upload said of it; what a person declared of another one
-- holds against uploads that come later, which only add what they cover.
CREATE TABLE sources AS
SELECT
    source, title,
    CASE WHEN role = 'primary' OR list_contains($packed, source) THEN 'series' ELSE role END AS role,
    coverage_from, coverage_to, coverage_places, counts, licence, attribution, source_url, release,
    entry, is_death_needed, source_grade
FROM (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY source
            ORDER BY CASE role WHEN 'upload' THEN 1 ELSE 0 END, recorded_at DESC, row_number DESC
        ) AS age
    FROM records
    WHERE record_kind = 'source'
)
WHERE age = 1;

-- What each source says that it covers, of every record that says so and not of the newest alone:
-- two quarters handed in are two spans, and the months between stay unknown. Places are a list of
-- governorates, NULL for the whole country.
CREATE TABLE spans AS
SELECT
    source, first_day, last_day, places, release, arg_min(commit_id, recorded_at) AS commit_id
FROM (
    SELECT
        source,
        coverage_from AS first_day,
        coverage_to AS last_day,
        CASE
            WHEN list_contains($whole_country, lower(trim(coalesce(coverage_places, '')))) THEN NULL
            ELSE list_sort(list_distinct(list_filter(
                list_transform(string_split(coverage_places, ','), lambda name: trim(name)),
                lambda name: name <> ''
            )))
        END AS places,
        release,
        commit_id,
        recorded_at
    FROM records
    WHERE record_kind = 'source' AND coverage_from <= coverage_to
) AS declared
GROUP BY source, first_day, last_day, places, release
ORDER BY source, first_day, last_day;

-- Who counts is worked out on a few columns; the whole records are fetched once, at the end.
CREATE TABLE live_accounts AS
SELECT
    latest.row_at, latest.incident_id, latest.source,
    coalesce(sources.role, 'upload') AS source_role
FROM (
    SELECT
        rowid AS row_at, incident_id, source, recorded_at,
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
    -- What a release withdrew comes back when a later file states it again.
    AND (retractions.release IS NULL OR retractions.recorded_at >= latest.recorded_at)
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

-- `is_covered`: the day, and where a span has places the governorate, lie in a span of its source.
CREATE TABLE accounts AS
WITH ranked AS (
    SELECT
        live.*,
        coalesce(heads.head, live.incident_id) AS cluster,
        row_number() OVER (
            PARTITION BY coalesce(heads.head, live.incident_id)
            ORDER BY
                CASE
                    WHEN live.source = $series THEN 1
                    WHEN live.source_role = 'series' THEN 2
                    WHEN live.source_role = 'selected' THEN 3
                    ELSE 4
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
SELECT
    records.*,
    keyed.* EXCLUDE (row_at),
    EXISTS (
        SELECT 1
        FROM spans
        WHERE spans.source = records.source
        AND records.event_date BETWEEN spans.first_day AND spans.last_day
        AND (spans.places IS NULL OR list_contains(spans.places, records.admin1))
    ) AS is_covered
FROM keyed
INNER JOIN records ON records.rowid = keyed.row_at;

-- A shipped account that an upload has brought up to date, as it was shipped: it is counted where
-- uploads are left out.
CREATE TABLE shipped_accounts AS
SELECT
    shipped.*, live.source_role, live.account_rank, live.incident_key,
    EXISTS (
        SELECT 1
        FROM spans
        WHERE spans.source = shipped.source
        AND shipped.event_date BETWEEN spans.first_day AND spans.last_day
        AND (spans.places IS NULL OR list_contains(spans.places, shipped.admin1))
    ) AS is_covered
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
SELECT * EXCLUDE (source_role, account_rank, incident_key, is_covered) FROM accounts;

DROP TABLE live_accounts;
DROP TABLE heads;
