SELECT name, page, query, note, saved_by, saved_at, is_out
FROM saved_views
WHERE number IN (SELECT max(number) FROM saved_views GROUP BY folded)
