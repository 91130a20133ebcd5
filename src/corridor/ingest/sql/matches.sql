-- Stored incidents that a new account may be another account of, best first, with its score.
-- Blocked by four-day buckets and one-degree cells, so that few pairs are looked at; then both
-- must agree in date and place within what each says of its own precision.
CREATE OR REPLACE TEMP TABLE matches AS
WITH fresh AS (
    SELECT
        p.line, p.incident_id, p.source, p.event_date, p.event_date_end, p.date_precision,
        p.latitude, p.longitude, p.geo_precision, p.actor1, p.actor2,
        coalesce(p.fatalities_low, p.fatalities_best) AS low,
        coalesce(p.fatalities_high, p.fatalities_best) AS high
    FROM placed AS p
    -- Not by a join: texts that come from one upset DuckDB 2.0 when they are unnested later
    -- (“global dictionary column changed identity”).
    WHERE p.line IN (SELECT line FROM effects WHERE effect = 'new')
    AND p.latitude IS NOT NULL AND p.longitude IS NOT NULL
    AND date_diff('day', p.event_date, p.event_date_end) <= $longest
    AND p.incident_id NOT IN (
        SELECT incident_id FROM records WHERE record_kind = 'link' AND incident_id IS NOT NULL
    )
),
-- Every block that a match can be in: days since 1970 by fours, as far as each date may be
-- off (a stored incident has them too), and cells as far as both places together may be off.
blocks AS (
    SELECT
        *,
        unnest(range(
            CAST(floor((epoch(event_date) / 86400 - off) / 4) AS BIGINT),
            CAST(floor((epoch(event_date_end) / 86400 + off) / 4) AS BIGINT) + 1
        )) AS bucket
    FROM (
        SELECT
            *,
            unnest(range(
                CAST(floor(longitude - degrees / cos(radians(latitude))) AS BIGINT),
                CAST(floor(longitude + degrees / cos(radians(latitude))) AS BIGINT) + 1
            )) AS east
        FROM (
            SELECT
                *,
                unnest(range(
                    CAST(floor(latitude - degrees) AS BIGINT),
                    CAST(floor(latitude + degrees) AS BIGINT) + 1
                )) AS north
            FROM (
                SELECT
                    *,
                    list_extract($days, coalesce(date_precision, 1)) AS off,
                    (
                        list_extract($reach, coalesce(geo_precision, 2)) + list_max($reach)
                    ) / 111.2 AS degrees
                FROM fresh
            )
        )
    )
),
stored AS (
    SELECT
        *,
        CAST(floor(latitude) AS BIGINT) AS north,
        CAST(floor(longitude) AS BIGINT) AS east,
        unnest(range(
            CAST(floor((epoch(event_date) / 86400 - off) / 4) AS BIGINT),
            CAST(floor((epoch(event_date_end) / 86400 + off) / 4) AS BIGINT) + 1
        )) AS bucket
    FROM (SELECT *, list_extract($days, coalesce(date_precision, 1)) AS off FROM accounts)
    WHERE latitude IS NOT NULL AND longitude IS NOT NULL
    AND date_diff('day', event_date, event_date_end) <= $longest
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
    FROM blocks AS f
    INNER JOIN stored AS a ON a.bucket = f.bucket AND a.north = f.north AND a.east = f.east
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
