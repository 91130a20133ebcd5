SELECT /* cell */ AS told
FROM landed
WHERE told <> ''
GROUP BY told
ORDER BY count(*) DESC, told
LIMIT $most
