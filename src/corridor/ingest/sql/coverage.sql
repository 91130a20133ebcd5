-- What each source of a file covers, as far as the rows of this file say: what others covered before
-- are spans of their own. A source that is shipped has its coverage from its publisher: it is
-- asked for when the file is a release of it. What was said of a source before is said again.
WITH told AS (
    SELECT source, event_date, event_date_end, admin1
    FROM placed
    UNION ALL
    SELECT f.source, f.event_date, f.event_date_end, s.admin1
    FROM accepted AS f
    INNER JOIN effects AS e ON e.line = f.line AND e.effect = 'duplicate'
    INNER JOIN accounts AS s ON s.incident_id = f.incident_id
)
SELECT
    t.source,
    min(t.event_date) AS first_row,
    max(coalesce(t.event_date_end, t.event_date)) AS last_row,
    list_sort(list(DISTINCT t.admin1) FILTER (WHERE t.admin1 IS NOT NULL)) AS places
FROM told AS t
WHERE t.source = $series
OR t.source NOT IN (SELECT source FROM records WHERE record_kind = 'source' AND commit_id = 'seed')
GROUP BY t.source
ORDER BY count(*) DESC, t.source
