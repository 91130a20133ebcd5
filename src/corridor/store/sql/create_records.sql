-- Every column of the codebook, also those that no file has: a file that was written before a
-- column was added reads as NULL in it.
CREATE TABLE records AS
SELECT * FROM incoming
UNION ALL BY NAME
SELECT * FROM landed
