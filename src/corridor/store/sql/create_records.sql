-- Every column that is served, also those that no file has: a file that was written before a
-- column was added reads as NULL in it. Rows as their files had them stay where they lie.
CREATE TABLE records AS
SELECT columns(lambda name: name <> 'original') FROM incoming
UNION ALL BY NAME
SELECT * FROM landed
