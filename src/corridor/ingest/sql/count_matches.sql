SELECT count(*) FILTER (WHERE NOT is_weak), count(*) FILTER (WHERE is_weak) FROM matches
