-- The Admiralty grade of every account, and what gave each half of it. The letter, of its source: by
-- hand for this account, as its file gave it, by a person for the source, by the pack of the source.
-- The number, of what it tells: by hand, as its file gave it, by rule from all accounts of the
-- incident that a filter has, with uploads or without (`told_accounts`). F and 6 say that it cannot
-- be judged. Made when it is first asked for.
CREATE TABLE account_grades AS
WITH decided AS (
    SELECT incident_id, source, source_grade, reason, recorded_by, recorded_at
    FROM (
        SELECT
            *,
            row_number() OVER (
                PARTITION BY incident_id, source ORDER BY recorded_at DESC, row_number DESC
            ) AS age
        FROM records
        WHERE record_kind = 'grade'
    )
    WHERE age = 1
),
pack_letters AS (
    SELECT unnest($pack_letters::STRUCT(source VARCHAR, letter VARCHAR)[], recursive := true)
),
-- Who tells of an incident: the news channels that its accounts name. One that names none counts
-- as its source, once; a data set that is made of news and does not say which adds nobody.
spellings AS (
    SELECT unnest($channel_starts::STRUCT(start VARCHAR, channel VARCHAR)[], recursive := true)
),
cells AS (
    SELECT source_office, trim(unnest(string_split(source_office, ';'))) AS office
    FROM (SELECT DISTINCT source_office FROM told_accounts WHERE trim(source_office) <> '')
),
channels AS (
    SELECT DISTINCT cells.source_office, coalesce(spellings.channel, cells.office) AS teller
    FROM cells
    LEFT JOIN spellings ON starts_with(lower(cells.office), spellings.start)
    WHERE cells.office <> ''
),
tellers AS (
    SELECT incident_key, with_uploads, CAST(count(DISTINCT teller) AS INTEGER) AS tellers
    FROM (
        SELECT told.incident_key, told.with_uploads, channels.teller
        FROM told_accounts AS told
        INNER JOIN channels ON channels.source_office = told.source_office
        UNION ALL
        SELECT told.incident_key, told.with_uploads, told.source
        FROM told_accounts AS told
        WHERE NOT list_contains($packed, told.source)
        AND NOT EXISTS (SELECT 1 FROM channels WHERE channels.source_office = told.source_office)
    )
    GROUP BY incident_key, with_uploads
),
-- On what they disagree: two accounts, or one whose own sources gave several counts.
disagreeing AS (
    SELECT
        incident_key, with_uploads,
        string_agg(fact, ', ' ORDER BY list_position(['deaths', 'place', 'date'], fact)) AS disputed
    FROM (
        SELECT incident_key, with_uploads, fact
        FROM account_disputes
        WHERE fact IN ('deaths', 'place', 'date')
        UNION
        SELECT incident_key, with_uploads, 'deaths'
        FROM told_accounts
        WHERE fatalities_low < fatalities_high
    )
    GROUP BY incident_key, with_uploads
),
ruled AS (
    SELECT
        keys.incident_key,
        keys.with_uploads,
        coalesce(tellers.tellers, 0) AS tellers,
        disagreeing.disputed,
        CASE
            WHEN tellers.tellers >= 2 AND disagreeing.disputed IS NULL THEN '1'
            WHEN tellers.tellers >= 2 THEN '2'
            WHEN tellers.tellers = 1 THEN '3'
            ELSE $no_number
        END AS number
    FROM (SELECT DISTINCT incident_key, with_uploads FROM told_accounts) AS keys
    LEFT JOIN tellers
    ON tellers.incident_key = keys.incident_key AND tellers.with_uploads = keys.with_uploads
    LEFT JOIN disagreeing
    ON disagreeing.incident_key = keys.incident_key AND disagreeing.with_uploads = keys.with_uploads
),
graded AS (
    SELECT
        told.incident_id, told.incident_key, told.with_uploads, told.without_uploads,
        ruled.tellers, ruled.disputed,
        coalesce(
            left(by_hand.source_grade, 1), left(told.source_grade, 1), left(by_person.source_grade, 1),
            left(sources.source_grade, 1), pack_letters.letter, $no_letter
        ) AS reliability,
        coalesce(right(by_hand.source_grade, 1), right(told.source_grade, 1), ruled.number) AS credibility,
        CASE
            WHEN by_hand.source_grade IS NOT NULL THEN 'hand'
            WHEN told.source_grade IS NOT NULL THEN 'file'
            WHEN by_person.source_grade IS NOT NULL THEN 'person'
            WHEN sources.source_grade IS NOT NULL THEN 'declared'
            WHEN pack_letters.letter IS NOT NULL THEN 'pack'
            ELSE 'nobody'
        END AS letter_by,
        CASE
            WHEN by_hand.source_grade IS NOT NULL THEN 'hand'
            WHEN told.source_grade IS NOT NULL THEN 'file'
            WHEN ruled.tellers > 0 THEN 'rule'
            ELSE 'nobody'
        END AS number_by,
        coalesce(by_hand.reason, by_person.reason) AS reason,
        coalesce(by_hand.recorded_by, by_person.recorded_by) AS graded_by,
        coalesce(by_hand.recorded_at, by_person.recorded_at) AS graded_at
    FROM told_accounts AS told
    INNER JOIN ruled
    ON ruled.incident_key = told.incident_key AND ruled.with_uploads = told.with_uploads
    LEFT JOIN decided AS by_hand ON by_hand.incident_id = told.incident_id
    LEFT JOIN decided AS by_person ON by_person.incident_id IS NULL AND by_person.source = told.source
    LEFT JOIN sources ON sources.source = told.source
    LEFT JOIN pack_letters ON pack_letters.source = told.source
)
SELECT
    incident_id, incident_key, with_uploads, without_uploads, reliability || credibility AS grade, reliability, credibility,
    letter_by, number_by, tellers, disputed,
    CASE WHEN letter_by IN ('hand', 'person') THEN reason END AS reason,
    CASE WHEN letter_by IN ('hand', 'person') THEN graded_by END AS graded_by,
    CASE WHEN letter_by IN ('hand', 'person') THEN graded_at END AS graded_at,
    -- For files: "B by pack; 2 by rule: 3 tell it, disagreeing on deaths".
    reliability || ' by ' || letter_by || '; ' || credibility || ' by ' || number_by
        || CASE WHEN number_by = 'rule' THEN ': ' || tellers || ' tell it' ELSE '' END
        || CASE
            WHEN number_by = 'rule' AND tellers >= 2 AND disputed IS NOT NULL THEN ', disagreeing on ' || disputed
            ELSE ''
        END AS grade_source
FROM graded
