-- A record starts on the line after the one before it: headers, records and the breaks inside them.
CREATE OR REPLACE TEMP TABLE landed AS
SELECT
    CAST($ends + record + coalesce(sum(/* breaks */) OVER before, 0) AS BIGINT) AS line,
    /* cells */
FROM raw
WINDOW before AS (ORDER BY record ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
