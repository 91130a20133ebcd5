incident_id IN (
        -- Both halves of the grade have to hold.
        SELECT incident_id
        FROM account_grades
        WHERE list_contains($grade_letters, reliability) AND list_contains($grade_numbers, credibility)
        AND CASE WHEN $upload = 'without' THEN without_uploads ELSE with_uploads END
    )
