SELECT DISTINCT commit_id
FROM read_parquet($path)
