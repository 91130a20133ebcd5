-- Rows of a seed, and how many series with a known coverage it declares: without one
-- nothing can be called a quiet time or a rate.
SELECT
    count(*) AS all_rows,
    count(*) FILTER (
        WHERE record_kind = 'source' AND role IN ('series', 'primary')
        AND coverage_from IS NOT NULL AND coverage_to IS NOT NULL
    ) AS series
FROM read_parquet($path)
