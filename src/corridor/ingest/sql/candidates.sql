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
        p.geo_precision, p.actor1, p.actor2, p.location, p.event_type, p.sub_event_type,
        p.incident_id IN (SELECT incident_id FROM known) AS is_back,
        p.fatalities_best AS best, coalesce(p.fatalities_low, p.fatalities_best) AS low,
        coalesce(p.fatalities_high, p.fatalities_best) AS high,
        coalesce(p.deaths_side_a, 0) AS dead1, coalesce(p.deaths_side_b, 0) AS dead2,
        coalesce(p.deaths_civilians, 0) AS passers_by,
        list_extract($days, coalesce(p.date_precision, 1)) AS off,
        CAST(floor((epoch(p.event_date) / 86400 - off - 0.5) / 4) AS BIGINT) AS first_bucket,
        CAST(floor((epoch(p.event_date_end) / 86400 + off + 0.5) / 4) AS BIGINT) AS last_bucket,
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
        a.geo_precision, a.actor1, a.actor2, a.location, a.event_type, a.sub_event_type,
        a.incident_id IN (SELECT incident_id FROM decided WHERE incident_id = target_id) AS is_apart,
        a.fatalities_best AS best, coalesce(a.fatalities_low, a.fatalities_best) AS low,
        coalesce(a.fatalities_high, a.fatalities_best) AS high,
        coalesce(a.deaths_side_a, 0) AS dead1, coalesce(a.deaths_side_b, 0) AS dead2,
        coalesce(a.deaths_civilians, 0) AS passers_by,
        list_extract($days, coalesce(a.date_precision, 1)) AS off,
        CAST(floor((epoch(a.event_date) / 86400 - off - 0.5) / 4) AS BIGINT) AS first_bucket,
        CAST(floor((epoch(a.event_date_end) / 86400 + off + 0.5) / 4) AS BIGINT) AS last_bucket,
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
                epoch(event_date) / 86400 - off - 0.5 AS from_day,
                epoch(event_date_end) / 86400 + off + 0.5 AS to_day,
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
        days_apart > days_allowed AS is_day_off,
        greatest(f.off, o.off) < $month AS is_day_known,
        111.2 * sqrt(
            pow(f.latitude - o.latitude, 2)
            + pow((f.longitude - o.longitude) * cos(radians(f.latitude)), 2)
        ) AS km_apart,
        coalesce(f.geo_precision, 2) AS our_place, coalesce(o.geo_precision, 2) AS their_place,
        list_extract($reach, our_place) AS our_km, list_extract($reach, their_place) AS their_km,
        f.actor1 AS our_actor1, f.actor2 AS our_actor2, o.actor1 AS their_actor1,
        o.actor2 AS their_actor2, f.location, o.location AS their_location,
        f.event_type, o.event_type AS their_type, f.sub_event_type, o.sub_event_type AS their_sub,
        f.best AS our_best, f.low AS our_low, f.high AS our_high,
        o.best AS their_best, o.low AS their_low, o.high AS their_high,
        f.dead1 AS our_dead1, f.dead2 AS our_dead2, f.passers_by AS our_passers_by,
        o.dead1 AS their_dead1, o.dead2 AS their_dead2, o.passers_by AS their_passers_by,
        -- Dead of whom the account does not say which side they were of.
        greatest(f.best - f.dead1 - f.dead2 - f.passers_by, 0) AS our_others,
        greatest(o.best - o.dead1 - o.dead2 - o.passers_by, 0) AS their_others,
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
        p.* REPLACE (
            our_passers_by + CASE WHEN a.side = '*civilians' THEN our_dead1 ELSE 0 END
            + CASE WHEN b.side = '*civilians' THEN our_dead2 ELSE 0 END AS our_passers_by,
            their_passers_by + CASE WHEN c.side = '*civilians' THEN their_dead1 ELSE 0 END
            + CASE WHEN d.side = '*civilians' THEN their_dead2 ELSE 0 END AS their_passers_by,
            CASE WHEN a.side = '*civilians' THEN 0 ELSE our_dead1 END AS our_dead1,
            CASE WHEN b.side = '*civilians' THEN 0 ELSE our_dead2 END AS our_dead2,
            CASE WHEN c.side = '*civilians' THEN 0 ELSE their_dead1 END AS their_dead1,
            CASE WHEN d.side = '*civilians' THEN 0 ELSE their_dead2 END AS their_dead2
        ),
        coalesce(greatest(our_low, their_low) > 2 * least(our_high, their_high) + 2, FALSE)
            AS is_far,
        (our_days >= $total) <> (their_days >= $total) AS is_total,
        -- Whether two sides are one: as they stand, and crosswise.
        same_side(a.side, c.side) AS met1, same_side(b.side, d.side) AS met2,
        same_side(a.side, d.side) AS met3, same_side(b.side, c.side) AS met4,
        distinct_kind(event_type, sub_event_type) <> distinct_kind(their_type, their_sub)
            AS is_other_kind
    FROM pairs AS p
    LEFT JOIN known_sides AS a ON a.name = p.our_actor1
    LEFT JOIN known_sides AS b ON b.name = p.our_actor2
    LEFT JOIN known_sides AS c ON c.name = p.their_actor1
    LEFT JOIN known_sides AS d ON d.name = p.their_actor2
    WHERE days_apart <= days_allowed + 1 AND km_apart <= our_km + their_km
),
-- How many sides are the same as they stand, and crosswise; -1 when one is known to be another.
faced AS (
    SELECT
        *,
        CASE
            WHEN NOT met1 OR NOT met2 THEN -1
            ELSE CAST(coalesce(met1, FALSE) AS INTEGER) + CAST(coalesce(met2, FALSE) AS INTEGER)
        END AS straight,
        CASE
            WHEN NOT met3 OR NOT met4 THEN -1
            ELSE CAST(coalesce(met3, FALSE) AS INTEGER) + CAST(coalesce(met4, FALSE) AS INTEGER)
        END AS crossed
    FROM near
),
compared AS (
    SELECT
        *,
        greatest(straight, crossed) < 0 AS is_other,
        CASE
            WHEN greatest(straight, crossed) >= 0 THEN greatest(straight, crossed)
            WHEN met1 OR met2 OR met3 OR met4 THEN 1
            ELSE 0
        END AS sides,
        -- Counts of many dead differ by a fifth from report to report; then day and place do not.
        NOT (our_low <= their_high AND our_high >= their_low)
        AND days_apart = 0 AND greatest(our_place, their_place) <= $spot
        AND least(our_low, their_low) >= 2 * $many
        AND greatest(our_low, their_low) <= $about * least(our_high, their_high) AS is_about,
        CASE
            WHEN our_low IS NULL OR their_low IS NULL THEN 0
            WHEN is_about OR our_low <= their_high AND our_high >= their_low THEN 1
            ELSE -1
        END AS deaths,
        name_words(location, $place_words) AS our_words,
        name_words(their_location, $place_words) AS their_words,
        jaro_winkler_similarity(
            array_to_string(our_words, ''), array_to_string(their_words, '')
        ) AS likeness,
        -- Two spots that are called otherwise are two, as are two points.
        CASE
            WHEN km_apart > greatest(our_km, their_km) THEN coalesce(likeness >= $likeness, FALSE)
            WHEN km_apart > $close AND greatest(our_place, their_place) <= $spot
                THEN coalesce(
                    greatest(likeness, word_likeness(our_words, their_words)) >= $otherwise, TRUE
                )
            ELSE TRUE
        END AS is_near,
        -- A district, a road or a province is no place to agree on: its point stands for all of it.
        least(our_place, their_place) <= $spot AS is_place_known,
        -- How many of the dead may be the same people, going by the sides that they were of.
        our_others + their_others + least(our_passers_by, their_passers_by)
        + CASE
            WHEN sides < 2 THEN
                least(our_dead1 + our_dead2, their_dead1 + their_dead2)
            WHEN straight >= crossed THEN
                least(our_dead1, their_dead1) + least(our_dead2, their_dead2)
            ELSE least(our_dead1, their_dead2) + least(our_dead2, their_dead1)
        END AS shared,
        coalesce(
            our_best > 0 AND their_best > 0 AND 2 * shared <= least(our_best, their_best), FALSE
        ) AS is_victim_other,
        is_victim_other AND shared = 0 AS is_nobody_shared
    FROM faced
),
scored AS (
    SELECT
        in_file,
        greatest(line, other_line) AS line,
        CASE WHEN other_line > line THEN account_id ELSE incident_id END AS incident_id,
        CASE WHEN other_line > line THEN account_source ELSE source END AS source,
        CASE WHEN other_line > line THEN incident_id ELSE target_id END AS target_id,
        CASE WHEN other_line > line THEN incident_id ELSE account_id END AS account_id,
        CASE WHEN other_line > line THEN source ELSE account_source END AS account_source,
        CASE WHEN other_line > line THEN [source] ELSE sources END AS target_sources,
        CASE WHEN in_file THEN least(line, other_line) END AS target_line,
        days_apart, days_allowed, km_apart, sides, deaths,
        is_day_off, is_day_known, is_near, is_place_known, is_about, is_other, is_far, is_total,
        is_victim_other, is_nobody_shared, coalesce(is_other_kind, FALSE) AS is_other_kind,
        is_other OR is_far OR is_total OR is_nobody_shared OR coalesce(is_other_kind, FALSE)
            AS is_vetoed,
        coalesce(greatest(our_best, their_best) > 2 * least(our_best, their_best) + 2, FALSE)
            AS is_best_far,
        least(our_best, their_best) < $many AS is_few,
        -- Day and town are no evidence by themselves: towns stand in for what lies round them, and
        -- ISIS is a side of nearly everything here. Who and how many must agree besides.
        NOT is_day_off AND is_day_known AND is_near AND is_place_known
        AND deaths = 1 AND our_best > 0 AND their_best > 0 AND NOT is_best_far
        AND NOT is_victim_other
        AND (sides = 2 OR (sides = 1 AND least(our_low, their_low) >= $many))
        AND NOT is_vetoed AS fits,
        CASE WHEN days_apart = 0 THEN 3 ELSE 1 END
        + CASE WHEN km_apart <= 2 THEN 3 WHEN km_apart <= 10 THEN 2 ELSE 1 END
        + sides + deaths AS score
    FROM compared
    -- A night or a report moves a day by one; then all else must agree for it to be shown.
    WHERE NOT is_day_off OR (is_near AND sides = 2 AND deaths = 1 AND NOT is_total)
),
-- Others that nothing excludes and that are as near or nearly, of one source at the other end.
rivalled AS (
    SELECT
        *,
        count(*) FILTER (WHERE NOT is_vetoed) OVER (
            PARTITION BY line, in_file, account_source
            ORDER BY score RANGE BETWEEN 1 PRECEDING AND UNBOUNDED FOLLOWING
        ) AS fits_here,
        count(*) FILTER (WHERE NOT is_vetoed) OVER (
            PARTITION BY target_id, source
            ORDER BY score RANGE BETWEEN 1 PRECEDING AND UNBOUNDED FOLLOWING
        ) AS fits_there
    FROM scored
    WHERE score >= $enough
),
best AS (
    SELECT *, greatest(fits_here, fits_there) - 1 AS rivals
    FROM rivalled
    QUALIFY row_number() OVER (
        PARTITION BY line, in_file
        ORDER BY is_vetoed, NOT fits, score DESC, km_apart, target_line, target_id
    ) = 1
),
-- How many more like each account its own list tells of there and in the time around, whoever the
-- sides: about as many dead (1, 2, 3–5, 6–11, 12–23 and so on, twice as many each time). The denser
-- list tells how easily a pair comes about by chance; six weeks tell of a wave, six months of a level.
told AS (
    SELECT
        incident_id, source, event_date, latitude, longitude,
        CASE WHEN best < 3 THEN best ELSE floor(log2(best / 3.0)) + 3 END AS dead,
        CAST(floor(latitude * 2) AS BIGINT) AS up,
        CAST(floor(longitude * 2) AS BIGINT) AS side,
        CAST(floor(epoch(event_date) / 86400 / 15) AS BIGINT) AS fortnight
    FROM (
        SELECT incident_id, source, best, latitude, longitude, event_date FROM others
        WHERE NOT in_file
        UNION ALL
        SELECT incident_id, source, best, latitude, longitude, event_date FROM fresh
    )
),
common AS (
    SELECT source, dead, up, side, fortnight, count(*) AS times FROM told GROUP BY ALL
),
ends AS (
    SELECT line, in_file, incident_id, source FROM best WHERE fits
    UNION ALL
    SELECT line, in_file, account_id, account_source FROM best WHERE fits
),
counted AS (
    SELECT
        e.line, e.in_file,
        sum(c.times) FILTER (WHERE c.fortnight BETWEEN t.fortnight - 1 AND t.fortnight + 1) - 1
            AS in_weeks,
        sum(c.times) - 1 AS in_months
    FROM ends AS e
    INNER JOIN told AS t ON t.incident_id = e.incident_id AND t.source = e.source
    INNER JOIN common AS c
        ON c.source = t.source AND c.dead = t.dead AND c.up = t.up AND c.side = t.side
        AND c.fortnight BETWEEN t.fortnight - 6 AND t.fortnight + 6
    GROUP BY e.line, e.in_file, e.incident_id
),
-- Attacks come in waves: a day with several like it in the region may have several here.
waves AS (
    SELECT e.line, e.in_file, count(*) - 1 AS in_wave
    FROM ends AS e
    INNER JOIN told AS t ON t.incident_id = e.incident_id AND t.source = e.source
    INNER JOIN told AS w
        ON w.source = t.source AND w.dead = t.dead AND w.event_date = t.event_date
        AND abs(w.latitude - t.latitude) < 1 AND abs(w.longitude - t.longitude) < 1
    GROUP BY e.line, e.in_file, e.incident_id
),
crowded AS (
    SELECT
        c.line, c.in_file, max(c.in_weeks) AS in_weeks, max(c.in_months) AS in_months,
        max(w.in_wave) AS in_wave
    FROM counted AS c
    INNER JOIN waves AS w ON w.line = c.line AND w.in_file = c.in_file
    GROUP BY c.line, c.in_file
)
SELECT
    b.*,
    CAST(coalesce(c.in_weeks, 0) AS INTEGER) AS like_it,
    CAST(coalesce(c.in_months, 0) AS INTEGER) AS like_it_long,
    -- Lists leave out most of what kills few, so that they do not tell how common it is.
    like_it * (1 + 2 * b.days_allowed) > $common AS is_common,
    like_it_long * (1 + 2 * b.days_allowed) > CASE WHEN b.is_few THEN $common_few ELSE $common_long END
        AS is_common_long,
    CAST(coalesce(c.in_wave, 0) AS INTEGER) AS in_wave,
    in_wave > $wave AS is_wave,
    NOT (b.fits AND b.rivals = 0 AND NOT is_common AND NOT is_common_long AND NOT is_wave)
        AS is_weak
FROM best AS b
LEFT JOIN crowded AS c ON c.line = b.line AND c.in_file = b.in_file
-- A source lists an incident once: two of its accounts are not both linked to the same one.
QUALIFY row_number() OVER (
    PARTITION BY b.target_id, b.source
    ORDER BY b.is_vetoed, is_weak, b.score DESC, b.km_apart, b.line
) = 1
/* limit */
