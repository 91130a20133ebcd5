-- The form in which texts are searched: case, diacritics, harakat, tatweel, apostrophes and the
-- variants of an Arabic letter make no difference; all that is no letter or digit is one blank.
-- Most texts are plain ASCII, and need no more than small letters.
CREATE MACRO folded(words) AS regexp_replace(
    CASE
        WHEN strlen(words) = length(words) THEN replace(replace(lower(words), '''', ''), '`', '')
        ELSE translate(
            lower(strip_accents(words)), 'ٱةىیکەıءـ''’‘`´ʿʾʻʼ', 'اهييكهi'
        )
    END,
    '[^\pL\pN]+', ' ', 'g'
)
