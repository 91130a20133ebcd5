-- What each source of a file covers, as far as its rows say, here and in the file, widened by what
-- was declared before.
-- Sources that are shipped have their coverage from their publisher.
SELECT
    p.source,
    least(min(p.event_date), any_value(a.first_row)) AS first_row,
    greatest(max(coalesce(p.event_date_end, p.event_date)), any_value(a.last_row)) AS last_row,
    any_value(s.coverage_from) AS declared_from,
    any_value(s.coverage_to) AS declared_to,
    any_value(s.coverage_places) AS declared_places,
    list_sort(list(DISTINCT p.admin1) FILTER (WHERE p.admin1 IS NOT NULL)) AS places
FROM placed AS p
LEFT JOIN sources AS s ON s.source = p.source
LEFT JOIN (
    SELECT
        source,
        min(event_date) AS first_row,
        max(coalesce(event_date_end, event_date)) AS last_row
    FROM accounts
    GROUP BY source
) AS a ON a.source = p.source
WHERE coalesce(s.role, 'upload') = 'upload'
GROUP BY p.source
ORDER BY count(*) DESC, p.source
