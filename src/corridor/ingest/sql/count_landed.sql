SELECT count(*) FROM landed
