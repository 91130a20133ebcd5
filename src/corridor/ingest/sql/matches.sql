-- Stored incidents that a new account may be another account of, best first, with its score.
-- Blocked by eight-day buckets and half-degree cells, so that few pairs are looked at; then both
-- must agree in date and place within what each says of its own precision.
CREATE OR REPLACE TEMP TABLE matches AS
WITH fresh AS (
    SELECT
        p.line, p.incident_id, p.source, p.event_date, p.event_date_end, p.date_precision,
        p.latitude, p.longitude, p.geo_precision, p.actor1, p.actor2,
        coalesce(p.fatalities_low, p.fatalities_best) AS low,
        coalesce(p.fatalities_high, p.fatalities_best) AS high
    FROM placed AS p
    INNER JOIN effects AS e ON e.line = p.line AND e.effect = 'new'
    WHERE p.latitude IS NOT NULL AND p.longitude IS NOT NULL
    AND date_diff('day', p.event_date, p.event_date_end) <= $longest
    AND p.incident_id NOT IN (
        SELECT incident_id FROM records WHERE record_kind = 'link' AND incident_id IS NOT NULL
    )
),
-- Days since 1970 in eighths, as far as each date may be off; a stored incident has them too.
fresh_days AS (
    SELECT
        line,
        unnest(range(
            CAST(floor((epoch(event_date) / 86400 - off) / 8) AS BIGINT),
            CAST(floor((epoch(event_date_end) / 86400 + off) / 8) AS BIGINT) + 1
        )) AS bucket
    FROM (SELECT *, list_extract($days, coalesce(date_precision, 1)) AS off FROM fresh)
),
stored AS (
    SELECT
        *,
        floor(latitude * 2) AS north,
        floor(longitude * 2) AS east,
        unnest(range(
            CAST(floor((epoch(event_date) / 86400 - off) / 8) AS BIGINT),
            CAST(floor((epoch(event_date_end) / 86400 + off) / 8) AS BIGINT) + 1
        )) AS bucket
    FROM (SELECT *, list_extract($days, coalesce(date_precision, 1)) AS off FROM accounts)
    WHERE latitude IS NOT NULL AND longitude IS NOT NULL
    AND date_diff('day', event_date, event_date_end) <= $longest
),
blocks AS (
    SELECT DISTINCT
        d.line, d.bucket, floor(f.latitude * 2) + up.step AS north,
        floor(f.longitude * 2) + side.step AS east
    FROM fresh_days AS d
    INNER JOIN fresh AS f ON f.line = d.line
    CROSS JOIN (VALUES (-1), (0), (1)) AS up (step)
    CROSS JOIN (VALUES (-1), (0), (1)) AS side (step)
),
pairs AS (
    SELECT
        f.line,
        f.incident_id,
        f.source,
        a.incident_key AS target_id,
        a.incident_id AS account_id,
        greatest(
            0,
            date_diff('day', a.event_date_end, f.event_date),
            date_diff('day', f.event_date_end, a.event_date)
        ) AS days_apart,
        list_extract($days, coalesce(f.date_precision, 1))
        + list_extract($days, coalesce(a.date_precision, 1)) AS days_allowed,
        111.2 * sqrt(
            pow(f.latitude - a.latitude, 2)
            + pow((f.longitude - a.longitude) * cos(radians(f.latitude)), 2)
        ) AS km_apart,
        list_extract($reach, coalesce(f.geo_precision, 2))
        + list_extract($reach, coalesce(a.geo_precision, 2)) AS km_allowed,
        CASE
            WHEN (f.actor1 = a.actor1 AND f.actor2 = a.actor2)
            OR (f.actor1 = a.actor2 AND f.actor2 = a.actor1) THEN 2
            WHEN f.actor1 IN (a.actor1, a.actor2) OR f.actor2 IN (a.actor1, a.actor2) THEN 1
            ELSE 0
        END AS sides,
        CASE
            WHEN f.low IS NULL OR coalesce(a.fatalities_low, a.fatalities_best) IS NULL THEN 0
            WHEN f.low <= coalesce(a.fatalities_high, a.fatalities_best)
            AND f.high >= coalesce(a.fatalities_low, a.fatalities_best) THEN 1
            ELSE -1
        END AS deaths
    FROM fresh AS f
    INNER JOIN blocks AS b ON b.line = f.line
    INNER JOIN stored AS a ON a.bucket = b.bucket AND a.north = b.north AND a.east = b.east
    WHERE a.source <> f.source
),
scored AS (
    SELECT
        *,
        CASE WHEN days_apart = 0 THEN 3 ELSE 1 END
        + CASE WHEN km_apart <= 2 THEN 3 WHEN km_apart <= 10 THEN 2 ELSE 1 END
        + sides + deaths AS score
    FROM pairs
    WHERE days_apart <= days_allowed AND km_apart <= km_allowed
),
best AS (
    SELECT *
    FROM scored
    WHERE score >= $enough
    QUALIFY row_number() OVER (PARTITION BY line ORDER BY score DESC, km_apart, target_id) = 1
)
-- A source lists an incident once: two of its accounts are not both linked to the same one.
SELECT line, incident_id, target_id, account_id, days_apart, km_apart, sides, deaths, score
FROM best
QUALIFY row_number() OVER (PARTITION BY target_id, source ORDER BY score DESC, km_apart, line) = 1
