SELECT count(*) FROM matches
