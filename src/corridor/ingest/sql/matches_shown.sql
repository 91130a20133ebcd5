SELECT
    m.incident_id, m.target_id, m.score, m.days_apart, m.km_apart, m.sides, m.deaths,
    p.event_date, p.location, p.fatalities_best AS killed,
    a.event_date AS stored_date, a.location AS stored_location, a.fatalities_best AS stored_killed
FROM matches AS m
INNER JOIN placed AS p ON p.line = m.line
INNER JOIN accounts AS a ON a.incident_id = m.account_id
ORDER BY m.score DESC, m.km_apart, m.line
LIMIT $most
