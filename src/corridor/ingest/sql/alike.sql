-- How two accounts are compared, cell by cell.
-- Whether two sides are one; unknown when one is unnamed. Long names may differ in two letters.
CREATE OR REPLACE TEMP MACRO same_side(side, other) AS CASE
    WHEN side = other THEN TRUE
    WHEN side <> other THEN length(side) > 7 AND length(other) > 7
        AND levenshtein(side, other) <= 2
END;
-- Kinds that exclude each other; nothing for all that may be told as another.
CREATE OR REPLACE TEMP MACRO distinct_kind(kind, detail) AS CASE
    WHEN kind IN ('Protests', 'Riots') THEN 'demonstration'
    WHEN detail IN ('Suicide bomb', 'Remote explosive/landmine/IED', 'Grenade') THEN 'bomb'
    WHEN detail IN ('Air/drone strike', 'Abduction/forced disappearance', 'Sexual violence')
        THEN detail
END;
CREATE OR REPLACE TEMP MACRO name_words(name, dropped) AS
string_split(regexp_replace(lower(strip_accents(name)), dropped, ' ', 'g'), ' ');
-- Of all words of both names, how alike the two most alike are: the name of a village is found in
-- “Farhatiyah, between Balad and Samarra” too.
CREATE OR REPLACE TEMP MACRO word_likeness(words, others) AS list_max(list_transform(
    words,
    lambda word: list_max(list_transform(
        others,
        lambda other: CASE
            WHEN least(length(word), length(other)) > 2 THEN jaro_winkler_similarity(word, other)
        END
    ))
))
