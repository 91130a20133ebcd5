-- Key figures of the measuring series alone, in each of some windows: other sources are never mixed
-- into a comparison. A count that a source gives out of order (a low above its best) is taken for its best.
-- No incidents have no deaths; those of incidents that all state none are unknown.
SELECT
    w.number AS number,
    CAST(count(*) AS INTEGER) AS incidents,
    CAST(count(*) FILTER (WHERE event_type = 'Battles') AS INTEGER) AS battles,
    CAST(count(*) FILTER (WHERE event_type = 'Violence against civilians') AS INTEGER)
        AS against_civilians,
    CAST(sum(fatalities_best) AS BIGINT) AS killed,
    CAST(sum(CASE WHEN fatalities_low < fatalities_best THEN fatalities_low ELSE fatalities_best END) AS BIGINT)
        AS killed_low,
    CAST(sum(CASE WHEN fatalities_high > fatalities_best THEN fatalities_high ELSE fatalities_best END) AS BIGINT)
        AS killed_high,
    CAST(sum(deaths_civilians) AS BIGINT) AS civilians_killed,
    CAST(count(*) FILTER (WHERE fatalities_best IS NULL) AS INTEGER) AS killed_unknown,
    CAST(count(DISTINCT CASE WHEN admin2 IS NOT NULL THEN admin1 || '/' || admin2 END) AS INTEGER)
        AS districts,
    CAST(count(*) FILTER (WHERE date_diff('day', event_date, event_date_end) >= 7) AS INTEGER) AS multi_day,
    CAST(
        CASE WHEN count(*) FILTER (WHERE date_diff('day', event_date, event_date_end) >= 7) = 0 THEN 0
        ELSE sum(fatalities_best) FILTER (WHERE date_diff('day', event_date, event_date_end) >= 7) END AS BIGINT
    ) AS multi_day_killed,
    CAST(count(*) FILTER (WHERE date_diff('day', event_date, event_date_end) >= 31) AS INTEGER) AS long_lasting,
    CAST(
        CASE WHEN count(*) FILTER (WHERE date_diff('day', event_date, event_date_end) >= 31) = 0 THEN 0
        ELSE sum(fatalities_best) FILTER (WHERE date_diff('day', event_date, event_date_end) >= 31) END AS BIGINT
    ) AS long_lasting_killed,
    CAST(count(*) FILTER (WHERE is_provisional) AS INTEGER) AS provisional
FROM filtered
CROSS JOIN (SELECT unnest($windows) AS w) AS windows
WHERE beside IS NULL AND event_date >= w.first_day AND event_date <= w.last_day
GROUP BY w.number
