-- The ids of what is kept.
SELECT incident_id
FROM filtered
ORDER BY incident_id
