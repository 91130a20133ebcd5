-- Both accounts of each match side by side, and what they have in common.
WITH sides AS (
    SELECT incident_id, /* facts */ FROM placed WHERE line IN (SELECT target_line FROM matches)
    UNION ALL
    SELECT incident_id, /* facts */
    FROM accounts
    WHERE incident_id IN (SELECT account_id FROM matches WHERE target_line IS NULL)
)
SELECT
    m.line, m.target_line, m.incident_id, m.target_id, m.account_id, m.score,
    m.days_apart, m.km_apart, m.sides, m.deaths,
    m.is_weak, m.is_vetoed, m.fits, m.is_day_off, m.is_day_known, m.is_near, m.is_other, m.is_far, m.is_total,
    m.is_other_kind, m.is_place_known, m.is_about, m.is_best_far, m.is_victim_other, m.is_nobody_shared, m.rivals,
    m.is_common, m.like_it, m.is_common_long, m.like_it_long, m.is_wave, m.in_wave,
    COLUMNS(p.* EXCLUDE (incident_id)),
    COLUMNS(s.* EXCLUDE (incident_id)) AS 'stored_\0'
FROM matches AS m
INNER JOIN (SELECT incident_id, line, /* facts */ FROM placed) AS p ON p.line = m.line
INNER JOIN sides AS s ON s.incident_id = m.account_id
WHERE m.is_weak = $weak
ORDER BY m.is_vetoed, m.score DESC, m.km_apart, m.line
LIMIT $most
