-- Share of the primary series' incidents that a news office reported, by half-year.
SELECT
    CAST(extract(year FROM event_date) AS INTEGER) AS "year",
    CAST(CASE WHEN extract(month FROM event_date) <= 6 THEN 1 ELSE 2 END AS INTEGER) AS half,
    CAST(count(*) AS INTEGER) AS incidents,
    CAST(count(*) FILTER (WHERE contains(source_office, $office)) AS INTEGER) AS from_office
FROM filtered
WHERE source_role = 'primary'
GROUP BY 1, 2
ORDER BY 1, 2
