-- What a commit writes: accounts as they were understood, each with the row of the file as it stood.
SELECT 'account' AS record_kind, /* columns */, as_it_stood.original
FROM placed
INNER JOIN (SELECT line, json_object(/* cells */) AS original FROM landed) AS as_it_stood USING (line)
WHERE line NOT IN (SELECT unnest($skipped::BIGINT[]))
