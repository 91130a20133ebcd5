-- The form in which texts are searched: case, diacritics, harakat, tatweel, apostrophes and the
-- variants of an Arabic letter make no difference; all that is no letter or digit is one blank.
CREATE MACRO folded(words) AS regexp_replace(
    translate(
        lower(CASE WHEN strlen(words) = length(words) THEN words ELSE strip_accents(words) END),
        'ٱةىیکەıءـ''’‘`´ʿʾʻʼ',
        'اهييكهi'
    ),
    '[^\pL\pN]+', ' ', 'g'
)
