-- The columns come from the codebook.
INSERT INTO landed BY NAME SELECT * FROM (/* parts */)
