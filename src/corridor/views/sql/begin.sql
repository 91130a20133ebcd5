-- Others who write wait from here on, and not only from the first row.
BEGIN IMMEDIATE
