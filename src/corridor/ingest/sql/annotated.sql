-- Rows as they stood, with what is said of them.
SELECT
    landed.line,
    coalesce(errors.sentences, '') AS errors,
    coalesce(warnings.sentences, '') AS warnings,
    coalesce(
        CASE left_out.kind
            WHEN 'country' THEN 'Another country: left out.'
            WHEN 'repeated' THEN 'The same event for another of its actors: left out.'
        END,
        notes.sentences,
        ''
    ) AS row_notes,
    landed.* EXCLUDE (line)
FROM landed
LEFT JOIN told AS errors ON errors.line = landed.line AND errors.severity = 'error'
LEFT JOIN told AS warnings ON warnings.line = landed.line AND warnings.severity = 'warning'
LEFT JOIN told AS notes ON notes.line = landed.line AND notes.severity = 'note'
LEFT JOIN left_out ON left_out.line = landed.line
WHERE NOT $only_refused OR errors.line IS NOT NULL
ORDER BY landed.line
