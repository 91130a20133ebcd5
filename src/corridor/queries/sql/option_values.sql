SELECT DISTINCT 'actor' AS kind, NULL AS parent, actor AS value
FROM (SELECT actor1 AS actor FROM accounts UNION ALL SELECT actor2 FROM accounts)
WHERE actor IS NOT NULL
UNION ALL
SELECT DISTINCT 'source', NULL, source FROM accounts
UNION ALL
SELECT DISTINCT 'series', NULL, source FROM sources WHERE role = 'series'
UNION ALL
SELECT DISTINCT 'upload', NULL, commit_id FROM accounts WHERE commit_id <> 'seed'
UNION ALL
SELECT DISTINCT 'event_type', NULL, event_type FROM accounts
UNION ALL
SELECT DISTINCT 'district', admin1, admin2 FROM accounts WHERE admin2 IS NOT NULL
ORDER BY kind, parent, value
