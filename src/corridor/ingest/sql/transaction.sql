-- Which accounts a file would write, and which version of each it would replace.
SELECT sha256(
    $sha256 || coalesce(string_agg(a.incident_id || ' ' || coalesce(e.replaces, ''), chr(10) ORDER BY e.line), '')
)
FROM effects AS e
INNER JOIN accepted AS a ON a.line = e.line
WHERE e.effect <> 'duplicate'
