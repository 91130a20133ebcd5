incident_key IN (
        SELECT incident_key
        FROM account_disputes
        WHERE list_contains($disagree, fact)
        AND CASE WHEN $upload = 'without' THEN without_uploads ELSE with_uploads END
    )
