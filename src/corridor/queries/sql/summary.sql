-- An account that states one count states no range: its count is its low and its high.
SELECT
    CAST(count(*) AS INTEGER) AS incidents,
    CAST(sum(coalesce(fatalities_low, fatalities_best)) AS BIGINT) AS fatalities_low_,
    CAST(sum(fatalities_best) AS BIGINT) AS fatalities_best_,
    CAST(sum(coalesce(fatalities_high, fatalities_best)) AS BIGINT) AS fatalities_high_,
    CAST(count(*) FILTER (WHERE fatalities_best IS NULL) AS INTEGER) AS fatalities_unknown,
    CAST(sum(deaths_civilians) AS BIGINT) AS civilians_killed,
    CAST(count(*) FILTER (WHERE is_unplaced) AS INTEGER) AS unplaced,
    CAST(count(DISTINCT CASE WHEN admin2 IS NOT NULL THEN admin1 || '/' || admin2 END) AS INTEGER)
        AS districts,
    CAST(count(*) FILTER (WHERE source = $series) AS INTEGER) AS primary_incidents,
    CAST(count(*) FILTER (WHERE is_uploaded) AS INTEGER) AS uploaded_incidents,
    min(event_date) AS first_date,
    max(event_date) AS last_date
FROM filtered
