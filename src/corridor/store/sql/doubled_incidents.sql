SELECT incident_id
FROM incidents
GROUP BY incident_id
HAVING count(*) > 1
ORDER BY incident_id
