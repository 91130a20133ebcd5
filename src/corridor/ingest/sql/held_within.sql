SELECT count(*)
FROM accounts
WHERE source = $source
AND event_date BETWEEN $first AND $last
AND ($places IS NULL OR list_contains($places::VARCHAR[], admin1))
