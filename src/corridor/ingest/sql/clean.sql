-- Text as it is checked: trimmed, line breaks written in one way, the spreadsheet guard undone
-- (see spreadsheet.py). The blanks are those that Python's str.strip takes away.
-- Most cells begin and end with a visible ASCII character: seen ten times faster than trimmed.
CREATE OR REPLACE TEMP MACRO trimmed(cell) AS CASE
    WHEN ascii(cell) BETWEEN 33 AND 126 AND ascii(right(cell, 1)) BETWEEN 33 AND 126 THEN cell
    ELSE trim(
    cell,
    ' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(28) || chr(29) || chr(30)
    || chr(31) || chr(133) || chr(160) || chr(5760) || chr(8192) || chr(8193) || chr(8194)
    || chr(8195) || chr(8196) || chr(8197) || chr(8198) || chr(8199) || chr(8200) || chr(8201)
    || chr(8202) || chr(8232) || chr(8233) || chr(8239) || chr(8287) || chr(12288)
    )
END;
CREATE OR REPLACE TEMP MACRO guarded(cell) AS CASE
    WHEN starts_with(cell, '''') AND regexp_matches(cell, '^''+[=+\-@\t\r\n]') THEN substr(cell, 2)
    ELSE cell
END;
CREATE OR REPLACE TEMP MACRO clean(cell) AS guarded(trimmed(cell));
CREATE OR REPLACE TEMP MACRO shortened(cell) AS
CASE WHEN length(cell) <= 200 THEN cell ELSE left(cell, 199) || '…' END
