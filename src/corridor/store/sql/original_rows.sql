-- The rows of some files as they were handed in. Files of before they were kept have no such column.
SELECT CAST(NULL AS VARCHAR) AS commit_id, CAST(NULL AS INTEGER) AS row_number, CAST(NULL AS VARCHAR) AS original
WHERE false
UNION ALL BY NAME
SELECT columns(lambda name: name IN ('commit_id', 'row_number', 'original'))
FROM read_parquet($paths, union_by_name = true)
WHERE record_kind = 'account' AND row_number IN (SELECT unnest($lines::INTEGER[]))
