-- As they come: questions go to the copy in memory, which is sorted by date. Sorting here as well
-- would spill the whole rows of a large file to disk.
COPY (SELECT * FROM (/* parts */))
TO $path (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)
