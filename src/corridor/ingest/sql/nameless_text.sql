-- A column without a name is left out where it is empty or holds running numbers.
SELECT line
FROM landed
WHERE NOT regexp_full_match(trimmed(/* cell */), '([0-9]{1,12}([.]0)?)?')
ORDER BY line
LIMIT 1
