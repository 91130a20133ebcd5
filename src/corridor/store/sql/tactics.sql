-- What tactics the accounts tell: a column of the source says it, or a listed word in the notes.
-- Made when a tactic is first asked for. A word counts in a sentence of its own, whole, and not where
-- a word beside it takes it back. Words of folded text stand between two blanks each.
CREATE TABLE account_tactics AS
WITH sentences AS (
    SELECT incident_key, incident_id, unnest(string_split_regex(notes, '[.;!?؛؟\n]+| but ')) AS sentence
    FROM accounts
    WHERE trim(notes) <> ''
),
doubled AS MATERIALIZED (
    SELECT
        incident_key, incident_id,
        ' ' || replace(trim(folded(sentence)), ' ', '  ') || ' ' AS words
    FROM sentences
),
-- Few sentences have a word of the list; only those are taken apart.
matching AS (SELECT * FROM doubled WHERE regexp_matches(words, $tactic_pattern)),
-- Of two that one word takes back, the second goes in the second turn.
once AS MATERIALIZED (
    SELECT incident_key, incident_id,
        CASE WHEN regexp_matches(words, $taking_back) THEN regexp_replace(
            regexp_replace(words, $taken_before, '\1 · ', 'g'), $taken_behind, ' · \1', 'g'
        ) ELSE words END AS words
    FROM matching
),
twice AS MATERIALIZED (
    SELECT incident_key, incident_id,
        CASE WHEN regexp_matches(words, $taking_back) THEN regexp_replace(
            regexp_replace(words, $taken_before, '\1 · ', 'g'), $taken_behind, ' · \1', 'g'
        ) ELSE words END AS words
    FROM once
),
told AS (
    SELECT incident_key, incident_id, unnest(regexp_extract_all(words, $tactic_pattern, 1)) AS words
    FROM twice
),
listed AS (SELECT unnest($tactic_words::STRUCT(folded VARCHAR, word VARCHAR, tactic VARCHAR)[]) AS entry),
found AS (
    SELECT DISTINCT incident_key, incident_id, entry.tactic AS tactic, 'notes' AS said_by, entry.word AS word
    FROM told
    INNER JOIN listed ON entry.folded = replace(replace(words, '  ', ' '), ' ال', ' ')
),
coded AS (
    SELECT incident_key, incident_id, sub_event_type AS tactic, 'sub_event_type' AS said_by, NULL AS word
    FROM accounts
    WHERE list_contains($tactics, sub_event_type)
    UNION ALL
    SELECT incident_key, incident_id, $abduction, 'abducted', NULL
    FROM accounts
    WHERE abducted > 0
)
SELECT * FROM coded
UNION ALL
SELECT * FROM found;

-- By incident, in the order of the list; no row where no account has a word or a code of how.
-- `tactic_source` says of each where it is from: "Car bomb: found in notes by “car bombing”".
CREATE TABLE incident_tactics AS
WITH ways AS (
    SELECT DISTINCT
        incident_key, tactic,
        CASE said_by WHEN 'notes' THEN 'found in notes by “' || word || '”' ELSE 'coded in ' || said_by END AS way
    FROM account_tactics
),
by_tactic AS (
    SELECT incident_key, tactic, tactic || ': ' || string_agg(way, ', ' ORDER BY way) AS told
    FROM ways
    GROUP BY incident_key, tactic
),
with_text AS (SELECT DISTINCT incident_key FROM accounts WHERE trim(notes) <> '')
SELECT
    coalesce(by_tactic.incident_key, with_text.incident_key) AS incident_key,
    string_agg(tactic, '; ' ORDER BY list_position($tactics, tactic)) AS tactic,
    coalesce(string_agg(told, '; ' ORDER BY list_position($tactics, tactic)), 'no listed word in notes')
        || ' (word list ' || $version || ')' AS tactic_source
FROM with_text
FULL JOIN by_tactic ON by_tactic.incident_key = with_text.incident_key
GROUP BY 1
