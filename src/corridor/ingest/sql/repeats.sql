-- New rows that say what another account of their own source says, under another id: of the same
-- days, place and sides, with the same description where there is one of some length, else with the
-- same deaths and reports as well. An account that the file states under its own id is another one,
-- and of n accounts that say the same no more than n rows repeat one.
CREATE OR REPLACE TEMP TABLE repeats AS
WITH told AS (
    SELECT
        line, incident_id, source, event_date, event_date_end, latitude, longitude, location,
        reported_admin1, actor1, actor2, notes, fatalities_low, fatalities_best, fatalities_high,
        deaths_side_a, deaths_side_b, deaths_civilians, deaths_unknown, dyad, number_of_sources,
        source_office, source_date, CAST(NULL AS VARCHAR) AS leads_to
    FROM placed
    WHERE line IN (SELECT line FROM effects WHERE effect = 'new')
    UNION ALL BY NAME
    SELECT
        CAST(NULL AS BIGINT) AS line, a.incident_id, a.source, a.event_date, a.event_date_end,
        a.latitude, a.longitude, a.location, a.reported_admin1, a.actor1, a.actor2, a.notes,
        a.fatalities_low, a.fatalities_best, a.fatalities_high, a.deaths_side_a, a.deaths_side_b,
        a.deaths_civilians, a.deaths_unknown, a.dyad, a.number_of_sources, a.source_office,
        a.source_date, linked.target_id AS leads_to
    FROM accounts AS a
    LEFT JOIN (
        SELECT incident_id, arg_max(target_id, recorded_at) AS target_id
        FROM records
        WHERE record_kind = 'link' AND incident_id <> target_id
        GROUP BY incident_id
    ) AS linked ON linked.incident_id = a.incident_id
    WHERE NOT EXISTS (SELECT 1 FROM file_rows WHERE file_rows.incident_id = a.incident_id)
    AND a.source IN (SELECT source FROM placed)
),
said AS (
    SELECT
        line, incident_id, leads_to,
        hash(
            source, event_date, event_date_end, round(latitude, 4), round(longitude, 4),
            CASE WHEN latitude IS NULL THEN lower(concat_ws('|', reported_admin1, location)) END,
            list_sort([lower(coalesce(actor1, '')), lower(coalesce(actor2, ''))]),
            lower(notes),
            CASE
                WHEN length(coalesce(notes, '')) < $telling THEN [
                    CAST(fatalities_low AS VARCHAR), CAST(fatalities_best AS VARCHAR),
                    CAST(fatalities_high AS VARCHAR), CAST(deaths_side_a AS VARCHAR),
                    CAST(deaths_side_b AS VARCHAR), CAST(deaths_civilians AS VARCHAR),
                    CAST(deaths_unknown AS VARCHAR), CAST(number_of_sources AS VARCHAR),
                    CAST(source_date AS VARCHAR), lower(location), dyad, source_office
                ]
            END
        ) AS content
    FROM told
    -- Day, town and one death are no evidence: two such incidents are common.
    WHERE length(coalesce(notes, '')) >= $telling OR dyad IS NOT NULL OR source_office IS NOT NULL
),
numbered AS (
    SELECT
        *, row_number() OVER (PARTITION BY content, line IS NULL ORDER BY line, incident_id) AS nth
    FROM said
)
SELECT f.line, f.incident_id, a.incident_id AS account_id, a.leads_to
FROM numbered AS f
INNER JOIN numbered AS a ON a.content = f.content AND a.nth = f.nth AND a.line IS NULL
WHERE f.line IS NOT NULL
