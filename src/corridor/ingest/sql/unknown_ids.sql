SELECT incident_id
FROM asked
WHERE state = 'unknown'
GROUP BY incident_id
ORDER BY min(line)
LIMIT $most
