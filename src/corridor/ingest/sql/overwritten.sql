-- Accounts that a file states otherwise, by the release that brought what is here of them.
SELECT s.release, count(*) AS accounts
FROM effects AS e
INNER JOIN spans AS s ON s.commit_id = e.replaces
WHERE e.effect = 'updated' AND s.source = $source AND s.release IS NOT NULL
GROUP BY s.release
