incident_key IN (
        SELECT incident_key
        FROM account_disputes
        WHERE list_contains($disagree, fact)
    )
