-- Accounts that a new account of the file may describe the same incident as, with their score:
-- stored ones and, in the file itself, new ones of another source. Blocked by four-day buckets and
-- half-degree cells, so that few pairs are looked at; then both must agree in date and place within
-- what each says of its own precision. Of each kind the best for a row is kept. Of two rows the
-- later one is matched to the earlier. What a person decided about before is not asked again.
CREATE OR REPLACE TEMP TABLE candidates AS
WITH decided AS (
    SELECT incident_id, target_id
    FROM records
    WHERE record_kind = 'link' AND incident_id IS NOT NULL AND target_id IS NOT NULL
),
known AS (
    SELECT DISTINCT incident_id FROM records WHERE record_kind = 'account'
),
-- Buckets are days since 1970 by fours, as far as a date may be off.
fresh AS (
    SELECT
        p.line, p.incident_id, p.source, p.event_date, p.event_date_end, p.latitude, p.longitude,
        p.geo_precision, p.actor1, p.actor2,
        p.incident_id IN (SELECT incident_id FROM known) AS is_back,
        coalesce(p.fatalities_low, p.fatalities_best) AS low,
        coalesce(p.fatalities_high, p.fatalities_best) AS high,
        list_extract($days, coalesce(p.date_precision, 1)) AS off,
        CAST(floor((epoch(p.event_date) / 86400 - off) / 4) AS BIGINT) AS first_bucket,
        CAST(floor((epoch(p.event_date_end) / 86400 + off) / 4) AS BIGINT) AS last_bucket,
        list_extract($reach, coalesce(p.geo_precision, 2)) / 111.2 AS degrees_off
    FROM placed AS p
    -- Not by a join: texts that come from one upset DuckDB 2.0 when they are unnested later
    -- (“global dictionary column changed identity”).
    WHERE p.line IN (SELECT line FROM effects WHERE effect = 'new')
    AND p.latitude IS NOT NULL AND p.longitude IS NOT NULL
    AND date_diff('day', p.event_date, p.event_date_end) <= $longest
    AND p.incident_id NOT IN (SELECT incident_id FROM decided)
    AND p.incident_id NOT IN (SELECT target_id FROM decided)
),
sources_of AS (
    SELECT incident_key, list(DISTINCT source) AS sources FROM accounts GROUP BY incident_key
),
others AS (
    SELECT
        FALSE AS in_file, CAST(NULL AS BIGINT) AS line, a.incident_id, a.incident_key AS target_id,
        a.source, k.sources, a.event_date, a.event_date_end, a.latitude, a.longitude,
        a.geo_precision, a.actor1, a.actor2,
        a.incident_id IN (SELECT incident_id FROM decided WHERE incident_id = target_id) AS is_apart,
        coalesce(a.fatalities_low, a.fatalities_best) AS low,
        coalesce(a.fatalities_high, a.fatalities_best) AS high,
        list_extract($days, coalesce(a.date_precision, 1)) AS off,
        CAST(floor((epoch(a.event_date) / 86400 - off) / 4) AS BIGINT) AS first_bucket,
        CAST(floor((epoch(a.event_date_end) / 86400 + off) / 4) AS BIGINT) AS last_bucket,
        list_extract($reach, coalesce(a.geo_precision, 2)) / 111.2 AS degrees_off
    FROM accounts AS a
    INNER JOIN sources_of AS k ON k.incident_key = a.incident_key
    WHERE a.latitude IS NOT NULL AND a.longitude IS NOT NULL
    AND date_diff('day', a.event_date, a.event_date_end) <= $longest
    UNION ALL BY NAME
    SELECT
        * EXCLUDE (is_back), TRUE AS in_file, incident_id AS target_id, [source] AS sources,
        FALSE AS is_apart
    FROM fresh
    WHERE (SELECT count(DISTINCT source) FROM fresh) > 1
),
numbered AS (
    SELECT *, row_number() OVER () AS number FROM others
),
-- One of two sources is not the file's largest: pairs within the file are looked for from there,
-- so that they cost little where nearly all rows are of one source.
largest AS (
    SELECT source FROM fresh GROUP BY source ORDER BY count(*) DESC, source LIMIT 1
),
-- Of two places, one stands in its own cell and the other in every cell that both together may
-- reach (a hundredth more, as a degree is shorter further north); of the file and the store, the
-- smaller one does.
smaller AS (
    SELECT (SELECT count(*) FROM fresh) <= (SELECT count(*) FROM accounts) AS is_file
),
sides AS (
    SELECT
        FALSE AS is_fresh, in_file, number, first_bucket, last_bucket, event_date, event_date_end,
        off, latitude, longitude, degrees_off, NOT in_file AND NOT smaller.is_file AS is_spread
    FROM numbered
    CROSS JOIN smaller
    UNION ALL
    SELECT
        TRUE, kind.in_file, f.line, f.first_bucket, f.last_bucket, f.event_date, f.event_date_end,
        f.off, f.latitude, f.longitude, f.degrees_off, kind.in_file OR smaller.is_file
    FROM fresh AS f
    CROSS JOIN smaller
    CROSS JOIN (VALUES (FALSE), (TRUE)) AS kind (in_file)
    WHERE NOT kind.in_file OR f.source <> (SELECT source FROM largest)
),
blocks AS (
    SELECT *, unnest(range(south, north + 1)) AS up
    FROM (
        SELECT *, unnest(range(west, east + 1)) AS side
        FROM (
            SELECT
                is_fresh, in_file, number,
                unnest(range(first_bucket, last_bucket + 1)) AS bucket,
                epoch(event_date) / 86400 - off AS from_day,
                epoch(event_date_end) / 86400 + off AS to_day,
                latitude - degrees_off AS from_degree,
                latitude + degrees_off AS to_degree,
                CASE WHEN is_spread THEN (degrees_off + list_max($reach) / 111.2) * 1.01 ELSE 0 END
                    AS reach,
                CAST(floor((latitude - reach) * 2) AS BIGINT) AS south,
                CAST(floor((latitude + reach) * 2) AS BIGINT) AS north,
                CAST(floor((longitude - reach / cos(radians(latitude))) * 2) AS BIGINT) AS west,
                CAST(floor((longitude + reach / cos(radians(latitude))) * 2) AS BIGINT) AS east
            FROM sides
        )
    )
),
pairs AS (
    SELECT
        o.in_file,
        o.line AS other_line,
        f.line,
        f.incident_id,
        f.source,
        o.target_id,
        o.incident_id AS account_id,
        o.source AS account_source,
        o.sources,
        greatest(
            0,
            date_diff('day', o.event_date_end, f.event_date),
            date_diff('day', f.event_date_end, o.event_date)
        ) AS days_apart,
        f.off + o.off AS days_allowed,
        111.2 * sqrt(
            pow(f.latitude - o.latitude, 2)
            + pow((f.longitude - o.longitude) * cos(radians(f.latitude)), 2)
        ) AS km_apart,
        list_extract($reach, coalesce(f.geo_precision, 2))
        + list_extract($reach, coalesce(o.geo_precision, 2)) AS km_allowed,
        f.actor1 AS our_actor1, f.actor2 AS our_actor2, o.actor1 AS their_actor1,
        o.actor2 AS their_actor2, f.low AS our_low, f.high AS our_high, o.low AS their_low,
        o.high AS their_high,
        date_diff('day', f.event_date, f.event_date_end) AS our_days,
        date_diff('day', o.event_date, o.event_date_end) AS their_days
    FROM blocks AS b
    INNER JOIN blocks AS c
        ON b.is_fresh AND NOT c.is_fresh
        AND b.in_file = c.in_file AND b.bucket = c.bucket AND b.up = c.up AND b.side = c.side
        -- Said again below by days and km; said here, few pairs of a block are ever made.
        AND c.from_day <= b.to_day AND c.to_day >= b.from_day
        AND c.from_degree <= b.to_degree AND c.to_degree >= b.from_degree
    INNER JOIN fresh AS f ON f.line = b.number
    INNER JOIN numbered AS o ON o.number = c.number
    -- Once for each pair, not once for each bucket that they share.
    WHERE b.bucket = greatest(f.first_bucket, o.first_bucket)
    AND NOT list_contains(o.sources, f.source)
    AND NOT (f.is_back AND o.is_apart)
    -- Two of the smaller sources find each other from both ends.
    AND (NOT o.in_file OR o.line < f.line OR o.source = (SELECT source FROM largest))
),
near AS (
    SELECT
        *,
        greatest(our_low, their_low) > 2 * least(our_high, their_high) + 2 AS is_far,
        (our_days >= $total) <> (their_days >= $total) AS is_total,
        [
            CASE
                WHEN side = '' OR regexp_matches(side, $nobody) THEN NULL
                WHEN regexp_matches(side, $state) THEN 'the state'
                ELSE side
            END
            FOR side IN [
                lower(coalesce(our_actor1, '')), lower(coalesce(our_actor2, '')),
                lower(coalesce(their_actor1, '')), lower(coalesce(their_actor2, ''))
            ]
        ] AS who
    FROM pairs
    WHERE days_apart <= days_allowed AND km_apart <= km_allowed
),
compared AS (
    SELECT
        *,
        CASE
            WHEN (who[1] = who[3] AND who[2] = who[4]) OR (who[1] = who[4] AND who[2] = who[3])
                THEN 2
            WHEN who[1] IN (who[3], who[4]) OR who[2] IN (who[3], who[4]) THEN 1
            ELSE 0
        END AS sides,
        len(list_filter(who, lambda side: side IS NOT NULL)) = 4 AS is_known,
        CASE
            WHEN our_low IS NULL OR their_low IS NULL THEN 0
            WHEN our_low <= their_high AND our_high >= their_low THEN 1
            ELSE -1
        END AS deaths
    FROM near
),
scored AS (
    SELECT
        in_file,
        greatest(line, other_line) AS line,
        CASE WHEN other_line > line THEN account_id ELSE incident_id END AS incident_id,
        CASE WHEN other_line > line THEN account_source ELSE source END AS source,
        CASE WHEN other_line > line THEN incident_id ELSE target_id END AS target_id,
        CASE WHEN other_line > line THEN incident_id ELSE account_id END AS account_id,
        CASE WHEN other_line > line THEN [source] ELSE sources END AS target_sources,
        CASE WHEN in_file THEN least(line, other_line) END AS target_line,
        days_apart, km_apart, sides, deaths,
        coalesce(is_far, FALSE) AS is_far,
        is_total,
        is_known,
        -- Day and town are no evidence by themselves: towns stand in for what lies round them, and
        -- ISIS is a side of nearly everything here. Who and how many must not speak against it.
        sides = 0 OR (sides = 1 AND is_known) OR coalesce(is_far, FALSE) OR is_total AS is_weak,
        CASE WHEN days_apart = 0 THEN 3 ELSE 1 END
        + CASE WHEN km_apart <= 2 THEN 3 WHEN km_apart <= 10 THEN 2 ELSE 1 END
        + sides + deaths AS score
    FROM compared
    -- Others killed by others, and many more or fewer: nothing is left to be the same.
    WHERE NOT (sides = 0 AND coalesce(is_far, FALSE))
),
best AS (
    SELECT *
    FROM scored
    WHERE score >= $enough
    QUALIFY row_number() OVER (
        PARTITION BY line, in_file ORDER BY is_weak, score DESC, km_apart, target_line, target_id
    ) = 1
)
-- A source lists an incident once: two of its accounts are not both linked to the same one.
SELECT *
FROM best
QUALIFY row_number() OVER (PARTITION BY target_id, source ORDER BY is_weak, score DESC, km_apart, line) = 1
