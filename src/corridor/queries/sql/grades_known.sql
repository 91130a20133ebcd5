-- Of all, those that a grade would keep if halves that cannot be judged were taken for good.
SELECT
    CAST(count(*) AS INTEGER) AS incidents,
    CAST(count(*) FILTER (
        WHERE list_contains($grade_letters, told.reliability)
        AND list_contains($grade_numbers, told.credibility)
        AND (told.reliability = $no_letter OR told.credibility = $no_number)
    ) AS INTEGER) AS unjudged
FROM filtered
INNER JOIN account_grades AS told
ON
    told.incident_id = filtered.incident_id
    AND CASE WHEN $upload = 'without' THEN told.without_uploads ELSE told.with_uploads END
WHERE filtered.beside IS NULL
