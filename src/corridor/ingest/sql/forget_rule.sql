DELETE FROM problems WHERE what ->> '$[0]' = $key
