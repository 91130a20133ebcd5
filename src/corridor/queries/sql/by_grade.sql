-- By the grade of the counted account, and by what gave its halves.
SELECT told.grade, told.letter_by, told.number_by, CAST(count(*) AS INTEGER) AS incidents
FROM filtered
INNER JOIN account_grades AS told
ON
    told.incident_id = filtered.incident_id
    AND CASE WHEN $upload = 'without' THEN told.without_uploads ELSE told.with_uploads END
WHERE filtered.beside IS NULL
GROUP BY told.grade, told.letter_by, told.number_by
ORDER BY told.grade, told.letter_by, told.number_by
