-- A first record in which every cell with text is a tag such as #date+start tells of the columns.
DELETE FROM landed
WHERE line = (SELECT min(line) FROM landed) AND (/* any_text */) AND NOT (/* other_text */)
