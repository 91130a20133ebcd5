-- Text as it is checked: trimmed, line breaks written in one way, the spreadsheet guard undone
-- (see spreadsheet.py). The edges are those of characters.py.
-- Most cells begin and end with a visible ASCII character: seen ten times faster than trimmed.
CREATE OR REPLACE TEMP MACRO trimmed(cell) AS CASE
    WHEN ascii(cell) BETWEEN 33 AND 126 AND ascii(right(cell, 1)) BETWEEN 33 AND 126 THEN cell
    ELSE trim(cell, /* edges */)
END;
CREATE OR REPLACE TEMP MACRO guarded(cell) AS CASE
    WHEN starts_with(cell, '''') AND regexp_matches(cell, /* risky */) THEN substr(cell, 2)
    ELSE cell
END;
CREATE OR REPLACE TEMP MACRO clean(cell) AS guarded(trimmed(cell));
CREATE OR REPLACE TEMP MACRO shortened(cell) AS
CASE WHEN length(cell) <= 200 THEN cell ELSE left(cell, 199) || '…' END
