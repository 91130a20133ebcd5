-- The days of all incidents, and those of each source: what it tells within the days that it covers.
-- A row dated outside of them is no news of it.
SELECT
    source,
    min(event_date) AS first_day,
    max(event_date) AS last_day,
    max(CASE WHEN is_covered THEN event_date END) AS data_end
FROM accounts
GROUP BY source
ORDER BY source
