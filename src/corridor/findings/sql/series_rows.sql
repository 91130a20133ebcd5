-- The counted series inside its declared coverage: of each incident the account of that series,
-- with one true/false column for each rule of the report (flags are compiled, values bound). Rules
-- share conditions: each is a column first, and kept, so that the engine plans it once.
WITH own AS (
    SELECT *
    FROM accounts
    WHERE is_covered AND (
        source = $series
        -- A continuation counts after the last day that the series covers.
        OR (
            source = $continuation
            AND event_date > (SELECT max(last_day) FROM spans WHERE source = $series)
        )
    )
),
first AS (
    SELECT incident_key, min(account_rank) AS best
    FROM own
    GROUP BY incident_key
),
counted AS (
    SELECT own.*, incidents.accounts
    FROM own
    INNER JOIN first
        ON first.incident_key = own.incident_key AND first.best = own.account_rank
    INNER JOIN incidents ON incidents.incident_id = own.incident_key
),
judged AS MATERIALIZED (
    SELECT
        here.* /* conditions */
    FROM counted AS here
),
flagged AS (
    SELECT
        incident_id, event_date, event_date_end, date_precision, event_type, actor1, actor2,
        fatalities_low, fatalities_best, fatalities_high, located_admin1, reported_admin1,
        admin1, admin2, location, latitude, longitude, geo_precision, source, source_office,
        source_date, source_grade, nearest_road, road_km, road_position_km, nearest_town,
        town_km, coded_at_town, area_km, accounts
        /* flags */
    FROM judged
)
SELECT *
FROM flagged
WHERE /* any flag */
ORDER BY event_date, incident_id
