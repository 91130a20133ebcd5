-- Whether a new account of the file may have a pair at all: the file has new ones of two sources, or
-- a stored account lies in the days and degrees around them. None that `candidates.sql` finds is
-- missed. Most small files have none, and to plan that statement is a fifth of checking one.
WITH fresh AS (
    SELECT
        source, event_date, event_date_end, latitude, longitude,
        list_extract($days, coalesce(date_precision, 1)) AS off,
        list_extract($reach, coalesce(geo_precision, 2)) / 111.2 AS degrees_off
    FROM placed
    WHERE line IN (SELECT line FROM effects WHERE effect = 'new')
    AND latitude IS NOT NULL AND longitude IS NOT NULL
),
-- A day more, as a date may be off by one; a degree of longitude is shorter away from the equator.
box AS (
    SELECT
        count(DISTINCT source) AS sources,
        min(epoch(event_date) / 86400 - off) - 1 AS first_day,
        max(epoch(event_date_end) / 86400 + off) + 1 AS last_day,
        min(latitude) AS south, max(latitude) AS north,
        min(longitude) AS west, max(longitude) AS east,
        max(degrees_off) AS degrees_off,
        greatest(cos(radians(max(abs(latitude)))), 0.01) AS narrowed
    FROM fresh
),
stored AS (
    SELECT
        latitude, longitude,
        epoch(event_date) / 86400 - list_extract($days, coalesce(date_precision, 1)) AS first_day,
        epoch(event_date_end) / 86400 + list_extract($days, coalesce(date_precision, 1))
            AS last_day,
        list_extract($reach, coalesce(geo_precision, 2)) / 111.2 AS degrees_off
    FROM accounts
)
SELECT coalesce(bool_or(box.sources > 1), FALSE) OR EXISTS (
    SELECT 1
    FROM stored AS s
    INNER JOIN box
        ON s.first_day <= box.last_day AND s.last_day >= box.first_day
        AND s.latitude BETWEEN
            box.south - box.degrees_off - s.degrees_off
            AND box.north + box.degrees_off + s.degrees_off
        AND s.longitude BETWEEN
            box.west - (box.degrees_off + s.degrees_off) / box.narrowed
            AND box.east + (box.degrees_off + s.degrees_off) / box.narrowed
)
FROM box
