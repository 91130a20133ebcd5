SELECT count(*) FROM repeats
