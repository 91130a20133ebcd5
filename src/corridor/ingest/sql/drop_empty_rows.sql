DELETE FROM landed WHERE NOT (/* any_text */)
