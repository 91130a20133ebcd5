### The page on the tables of a workbench and of the serving copy (docs/workbench.md).

tables-title = Tables of a workbench
tables-about =
    Made by `make docs`: who makes, changes and reads a table comes from the SQL and from the modules that run it. What it holds is written in this page by hand and stays; a test asks for it.
tables-where =
    A check runs in a database of its own, lent by the store or alone (`Workbench`). Its tables are temporary: they go with it. The serving copy is the database in memory that all questions are asked of (`Serving`), made anew for each version of the store; a workbench that the store lends sees it.
tables-ingest = The workbench of an upload
tables-store = The serving copy
tables-untold = (What it holds is not told yet.)
tables-made = made by { $modules }
tables-changed = changed by { $modules }
tables-read = read by { $modules }
tables-read-inside = read only where it is made
