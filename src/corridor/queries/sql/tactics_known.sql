-- How many incidents have a tactic, and how many have a text without a listed word.
SELECT
    CAST(count(*) AS INTEGER) AS incidents,
    CAST(count(told.tactic) AS INTEGER) AS known,
    CAST(count(told.incident_key) AS INTEGER) AS described
FROM filtered
LEFT JOIN incident_tactics AS told ON told.incident_key = filtered.incident_key
WHERE filtered.beside IS NULL
