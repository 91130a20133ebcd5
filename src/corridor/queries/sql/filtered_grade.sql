(incident_id, commit_id) IN (
        -- Both halves of the grade have to hold.
        SELECT incident_id, commit_id
        FROM account_grades
        WHERE list_contains($grade_letters, reliability) AND list_contains($grade_numbers, credibility)
    )
