SELECT
    (SELECT count(*) FROM landed) AS all_rows,
    (SELECT count(*) FROM left_out) AS left_out,
    (SELECT count(DISTINCT line) FROM problems WHERE severity = 'error') AS rejected,
    (
        SELECT count(DISTINCT line)
        FROM problems
        WHERE severity = 'warning'
        AND line NOT IN (SELECT line FROM problems WHERE severity = 'error')
    ) AS warned,
    (SELECT count(*) FROM problems WHERE severity = 'error') AS errors,
    (SELECT count(*) FROM problems WHERE severity = 'warning') AS warnings,
    (SELECT count(*) FROM problems WHERE severity = 'note') AS notes
