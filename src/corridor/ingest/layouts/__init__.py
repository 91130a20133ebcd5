"""Which source a table is of, and how its columns become ours: one module a source."""
