-- The incidents near enough earlier ones. Bands of latitude, each wider than the distance, spare the
-- engine the distance of each incident to each: what is near lies in the same band or in one beside
-- it. A degree is longer than 110 km everywhere.
SELECT later.incident_id
FROM (
    SELECT *, floor(latitude * 110.0 / ($of_within_km + 1)) - 1 AS band FROM counted
    UNION ALL
    SELECT *, floor(latitude * 110.0 / ($of_within_km + 1)) AS band FROM counted
    UNION ALL
    SELECT *, floor(latitude * 110.0 / ($of_within_km + 1)) + 1 AS band FROM counted
) AS later
INNER JOIN (
    SELECT *, floor(latitude * 110.0 / ($of_within_km + 1)) AS band FROM counted
) AS there
    ON there.band = later.band
    AND there.incident_id <> later.incident_id
    AND there.event_date < later.event_date
    AND date_diff('day', there.event_date, later.event_date) <= $of_within_days
    AND there.geo_precision <= 2
    AND /* among */
    AND /* distance */ <= $of_within_km
GROUP BY later.incident_id
HAVING count(*) >= $of_at_least
