-- What each name of a side stands for: "*state" for the forces of the country's state, "*isis",
-- "*civilians", nothing for whoever is unnamed; any other is itself, folded.
CREATE OR REPLACE TEMP TABLE known_sides AS
WITH names AS (
    SELECT actor1 AS name FROM placed
    UNION
    SELECT actor2 FROM placed
    UNION
    SELECT actor1 FROM accounts
    UNION
    SELECT actor2 FROM accounts
),
folded AS (
    SELECT
        name,
        trim(regexp_replace(
            regexp_replace(
                translate(lower(strip_accents(name)), '''’‘`', ''), $dropped, ' ', 'g'
            ),
            ' +', ' ', 'g'
        )) AS words
    FROM names
    WHERE name IS NOT NULL
)
SELECT
    name,
    CASE
        WHEN words = '' OR regexp_matches(words, $nobody) THEN NULL
        WHEN regexp_matches(words, $isis) THEN '*isis'
        WHEN regexp_matches(words, $civilians) THEN '*civilians'
        WHEN regexp_matches(words, $state) AND NOT contains(words, ' of ') THEN '*state'
        ELSE words
    END AS side
FROM folded
