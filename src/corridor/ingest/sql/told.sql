-- What is said of each row, by severity; `written` holds the file's own column names in order.
CREATE OR REPLACE TEMP VIEW told AS
SELECT
    p.line,
    p.severity,
    string_agg(
        w.name || CASE WHEN p.cell = '' THEN '' ELSE ' “' || p.cell || '”' END
        || ': ' || p.rule || '. ' || p.remedy,
        '; ' ORDER BY w.place, p.rule
    ) AS sentences
FROM problems AS p
INNER JOIN written AS w ON w."column" = p."column"
GROUP BY p.line, p.severity
