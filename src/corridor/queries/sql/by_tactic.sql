SELECT
    tactic,
    CAST(count(*) AS INTEGER) AS incidents,
    CAST(sum(is_coded) AS INTEGER) AS coded
FROM (
    SELECT
        filtered.incident_key,
        told.tactic,
        max(CASE WHEN told.said_by = 'notes' THEN 0 ELSE 1 END) AS is_coded
    FROM filtered
    INNER JOIN account_tactics AS told ON told.incident_key = filtered.incident_key
    WHERE filtered.beside IS NULL
    GROUP BY filtered.incident_key, told.tactic
) AS by_incident
GROUP BY tactic
ORDER BY incidents DESC, tactic
