"""Plain values of an upload: header, layout, mapping, problem, report; and the SQL by its name."""
