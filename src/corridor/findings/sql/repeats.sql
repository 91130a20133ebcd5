-- The incidents near enough earlier ones. Few places have many incidents: what lies near what is asked
-- once for each two places, and what went before is summed by place and day. Bands of latitude, each
-- wider than the distance, spare the engine the distance of each place to each: what is near lies in
-- the same band or in one beside it. A degree is longer than 110 km everywhere.
WITH told AS (
    SELECT
        there.latitude, there.longitude, date_diff('day', DATE '1970-01-01', there.event_date) AS day,
        count(*) AS incidents
    FROM counted AS there
    WHERE there.geo_precision <= 2 AND /* among */
    GROUP BY ALL
),
asked AS (
    SELECT DISTINCT latitude, longitude, date_diff('day', DATE '1970-01-01', event_date) AS day
    FROM counted
    WHERE geo_precision <= 2
),
near AS (
    SELECT
        later.latitude, later.longitude,
        there.latitude AS there_latitude, there.longitude AS there_longitude
    FROM (
        SELECT
            places.latitude, places.longitude,
            floor(places.latitude * 110.0 / ($of_within_km + 1)) + steps.step AS band
        FROM (SELECT DISTINCT latitude, longitude FROM asked) AS places
        CROSS JOIN (SELECT -1 AS step UNION ALL SELECT 0 UNION ALL SELECT 1) AS steps
    ) AS later
    INNER JOIN (
        SELECT *, floor(latitude * 110.0 / ($of_within_km + 1)) AS band
        FROM (SELECT DISTINCT latitude, longitude FROM told)
    ) AS there ON there.band = later.band AND /* distance */ <= $of_within_km
),
by_day AS (
    SELECT near.latitude, near.longitude, told.day, told.incidents
    FROM near
    INNER JOIN told
        ON told.latitude = near.there_latitude AND told.longitude = near.there_longitude
    UNION ALL
    SELECT latitude, longitude, day, 0
    FROM asked
),
summed AS (
    SELECT
        latitude, longitude, day,
        sum(incidents) OVER (
            PARTITION BY latitude, longitude ORDER BY day
            RANGE BETWEEN $of_within_days PRECEDING AND 1 PRECEDING
        ) AS earlier
    FROM by_day
)
SELECT later.incident_id
FROM counted AS later
SEMI JOIN summed
    ON summed.latitude = later.latitude
    AND summed.longitude = later.longitude
    AND summed.day = date_diff('day', DATE '1970-01-01', later.event_date)
    AND summed.earlier >= $of_at_least
