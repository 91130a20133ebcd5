-- Key figures of the primary series alone: other sources are never mixed into a comparison.
SELECT
    CAST(count(*) AS INTEGER) AS incidents,
    CAST(count(*) FILTER (WHERE event_type = 'Battles') AS INTEGER) AS battles,
    CAST(count(*) FILTER (WHERE event_type = 'Violence against civilians') AS INTEGER)
        AS against_civilians,
    CAST(sum(fatalities_best) AS BIGINT) AS killed,
    CAST(sum(coalesce(fatalities_low, fatalities_best)) AS BIGINT) AS killed_low,
    CAST(sum(coalesce(fatalities_high, fatalities_best)) AS BIGINT) AS killed_high,
    CAST(sum(deaths_civilians) AS BIGINT) AS civilians_killed,
    CAST(count(*) FILTER (WHERE fatalities_best IS NULL) AS INTEGER) AS killed_unknown,
    CAST(count(DISTINCT CASE WHEN admin2 IS NOT NULL THEN admin1 || '/' || admin2 END) AS INTEGER)
        AS districts,
    CAST(count(*) FILTER (WHERE date_diff('day', event_date, event_date_end) >= 7) AS INTEGER) AS multi_day,
    CAST(sum(fatalities_best) FILTER (WHERE date_diff('day', event_date, event_date_end) >= 7) AS BIGINT)
        AS multi_day_killed
FROM filtered
WHERE source = $series
