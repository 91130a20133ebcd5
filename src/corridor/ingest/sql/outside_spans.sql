-- How many accounts of a source lie in none of these spans, nor in one declared before.
SELECT
    count(*) AS accounts,
    count(*) FILTER (WHERE NOT is_inside) AS outside,
    min(incident_id) FILTER (WHERE NOT is_inside) AS example,
    min(event_date) FILTER (WHERE NOT is_inside) AS first_day,
    max(event_date) FILTER (WHERE NOT is_inside) AS last_day
FROM (
    SELECT
        incident_id,
        event_date,
        is_covered OR (
            EXISTS (
                SELECT 1
                FROM (
                    SELECT
                        unnest(CAST($first_days AS DATE[])) AS first_day,
                        unnest(CAST($last_days AS DATE[])) AS last_day
                ) AS spans
                WHERE accounts.event_date BETWEEN spans.first_day AND spans.last_day
            )
            AND (len(CAST($places AS VARCHAR[])) = 0 OR list_contains(CAST($places AS VARCHAR[]), coalesce(admin1, '')))
        ) AS is_inside
    FROM accounts
    WHERE source = $source
) AS held
