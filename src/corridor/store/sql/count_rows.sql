SELECT count(*) AS all_rows, count(*) FILTER (WHERE record_kind = 'account') AS accounts
FROM read_parquet($path)
