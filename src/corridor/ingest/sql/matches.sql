CREATE OR REPLACE TEMP TABLE matches AS
SELECT c.* EXCLUDE (target_sources)
FROM candidates AS c
INNER JOIN picked AS p ON p.line = c.line AND p.target_id = c.target_id
-- What repeats an account of its own source is asked about as that.
WHERE c.line NOT IN (SELECT line FROM repeats)
