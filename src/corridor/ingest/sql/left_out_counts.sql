SELECT kind, what, count(*) FROM left_out GROUP BY kind, what ORDER BY count(*) DESC, what
