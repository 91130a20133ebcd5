-- Rows as they stood, with what is said of them: sealed messages, and for a problem the sealed parts
-- of its sentence. `written` holds the file's own column names in order.
SELECT
    landed.line,
    coalesce(errors, '') AS errors,
    coalesce(warnings, '') AS warnings,
    coalesce(
        CASE left_out.kind
            WHEN 'country' THEN $country WHEN 'repeated' THEN $repeated WHEN 'superseded' THEN $superseded
        END,
        notes, ''
    )
        AS row_notes,
    landed.* EXCLUDE (line)
FROM landed
LEFT JOIN (
    SELECT
        line,
        string_agg(told, $next ORDER BY place, what) FILTER (WHERE severity = 'error') AS errors,
        string_agg(told, $next ORDER BY place, what) FILTER (WHERE severity = 'warning') AS warnings,
        string_agg(told, $next ORDER BY place, what) FILTER (WHERE severity = 'note') AS notes
    FROM (
        SELECT
            p.line, p.severity, w.place, p.what,
            concat_ws($part, to_json(w.name), to_json(p.cell), p.what, p.mend) AS told
        FROM problems AS p
        INNER JOIN written AS w ON w."column" = p."column"
    )
    GROUP BY line
) AS told ON told.line = landed.line
LEFT JOIN left_out ON left_out.line = landed.line
WHERE NOT $only_refused OR errors IS NOT NULL
ORDER BY landed.line
