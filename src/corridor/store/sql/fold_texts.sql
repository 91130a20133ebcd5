SELECT trim(folded(words))
FROM (
    SELECT unnest($texts::VARCHAR[]) AS words, generate_subscripts($texts::VARCHAR[], 1) AS place
)
ORDER BY place
