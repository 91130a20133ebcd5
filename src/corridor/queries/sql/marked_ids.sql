-- The incidents behind marks of the map.
SELECT incident_id
FROM marked
WHERE list_contains($marks, mark)
ORDER BY incident_id
