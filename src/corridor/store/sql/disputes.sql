-- The accounts by which incidents are told, as a filter has them: `with_uploads`, and without, where
-- those of an incident that an upload tells too are once more here as they were shipped.
CREATE VIEW told_accounts AS
WITH uploaded AS (
    SELECT DISTINCT incident_key FROM accounts WHERE commit_id <> 'seed'
)
SELECT
    *, TRUE AS with_uploads,
    incident_key NOT IN (SELECT incident_key FROM uploaded) AS without_uploads
FROM accounts
UNION ALL BY NAME
SELECT *, FALSE AS with_uploads, TRUE AS without_uploads
FROM (
    SELECT * FROM accounts WHERE commit_id = 'seed'
    UNION ALL BY NAME
    SELECT * FROM shipped_accounts
) AS shipped
WHERE incident_key IN (SELECT incident_key FROM uploaded);

-- What accounts of one incident say otherwise: a row for each fact on which two of them differ. What an account does not say, it does not dispute. Made when it is first asked for.
CREATE TABLE account_disputes AS
WITH told AS (
    SELECT
        *,
        -- As far as a point may be off: as stated, or as its precision says.
        CASE
            WHEN geo_precision <= 2 AND location_radius_km IS NOT NULL THEN location_radius_km
            WHEN geo_precision = 1 THEN 5
            WHEN geo_precision = 2 THEN 25
        END AS within_km,
        -- One day that stands for a week, a month or a year may be as many days off.
        CASE
            WHEN event_date < event_date_end OR date_precision IS NULL THEN 0
            ELSE list_extract([0, 6, 7, 31, 366], date_precision)
        END AS within_days
    FROM told_accounts
),
pairs AS (
    SELECT
        one.incident_key, one.with_uploads, one.without_uploads,
        one.fatalities_best <> other.fatalities_best AS deaths,
        one.admin1 <> other.admin1
            OR sqrt(
                power(111.2 * (one.latitude - other.latitude), 2)
                + power(111.2 * cos(radians(one.latitude)) * (one.longitude - other.longitude), 2)
            ) > one.within_km + other.within_km AS place,
        greatest(
            date_diff('day', coalesce(one.event_date_end, one.event_date), other.event_date),
            date_diff('day', coalesce(other.event_date_end, other.event_date), one.event_date)
        ) > one.within_days + other.within_days AS date,
        -- Each names a side that the other does not.
        len(list_filter([one.actor1, one.actor2], lambda side: side NOT IN (
            coalesce(other.actor1, ''), coalesce(other.actor2, '')
        ))) > 0
            AND len(list_filter([other.actor1, other.actor2], lambda side: side NOT IN (
                coalesce(one.actor1, ''), coalesce(one.actor2, '')
            ))) > 0 AS sides,
        one.event_type <> other.event_type AS kind
    FROM told AS one
    INNER JOIN told AS other
    ON
        other.incident_key = one.incident_key AND other.with_uploads = one.with_uploads
        AND other.account_rank > one.account_rank
)
SELECT DISTINCT incident_key, fact, with_uploads, without_uploads
FROM (
    SELECT incident_key, with_uploads, without_uploads, 'deaths' AS fact FROM pairs WHERE deaths
    UNION ALL
    SELECT incident_key, with_uploads, without_uploads, 'place' FROM pairs WHERE place
    UNION ALL
    SELECT incident_key, with_uploads, without_uploads, 'date' FROM pairs WHERE date
    UNION ALL
    SELECT incident_key, with_uploads, without_uploads, 'sides' FROM pairs WHERE sides
    UNION ALL
    SELECT incident_key, with_uploads, without_uploads, 'type' FROM pairs WHERE kind
)
