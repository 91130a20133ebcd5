-- What is measured (`beside` is NULL), and beside it what others alone tell: never added. An account
-- that states one count states no range: its count is its low and its high. A count out of order
-- (a low above its best) is taken for its best. No incidents have no deaths; those of incidents that
-- all state none are unknown.
SELECT
    beside,
    CAST(count(*) AS INTEGER) AS incidents,
    CAST(sum(CASE WHEN fatalities_low < fatalities_best THEN fatalities_low ELSE fatalities_best END) AS BIGINT)
        AS fatalities_low_,
    CAST(sum(fatalities_best) AS BIGINT) AS fatalities_best_,
    CAST(sum(CASE WHEN fatalities_high > fatalities_best THEN fatalities_high ELSE fatalities_best END) AS BIGINT)
        AS fatalities_high_,
    CAST(count(*) FILTER (WHERE fatalities_best IS NULL) AS INTEGER) AS fatalities_unknown,
    CAST(sum(deaths_civilians) AS BIGINT) AS civilians_killed,
    CAST(count(*) FILTER (WHERE is_unplaced) AS INTEGER) AS unplaced,
    CAST(count(DISTINCT CASE WHEN admin2 IS NOT NULL THEN admin1 || '/' || admin2 END) AS INTEGER)
        AS districts,
    CAST(count(*) FILTER (WHERE is_uploaded) AS INTEGER) AS uploaded,
    CAST(count(*) FILTER (WHERE is_provisional) AS INTEGER) AS provisional,
    CAST(count(*) FILTER (WHERE date_diff('day', event_date, event_date_end) >= 31) AS INTEGER) AS long_lasting,
    CAST(
        CASE WHEN count(*) FILTER (WHERE date_diff('day', event_date, event_date_end) >= 31) = 0 THEN 0
        ELSE sum(fatalities_best) FILTER (WHERE date_diff('day', event_date, event_date_end) >= 31) END AS BIGINT
    ) AS long_lasting_killed,
    min(event_date) AS first_date,
    max(event_date) AS last_date
FROM filtered
GROUP BY beside
ORDER BY beside
