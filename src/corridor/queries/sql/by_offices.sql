-- The offices as the source of the counted account writes them: "Office;Office".
SELECT source_office, CAST(count(*) AS INTEGER) AS incidents
FROM filtered
WHERE beside IS NULL
GROUP BY source_office
ORDER BY incidents DESC, source_office
