incident_key IN (
        -- Any account of the incident may tell how it was done.
        SELECT incident_key
        FROM account_tactics
        WHERE list_contains($tactics, tactic)
    )
