SELECT name, page, query, note, saved_by, saved_at, is_out
FROM saved_views
WHERE folded = :folded
ORDER BY number DESC
LIMIT 1
