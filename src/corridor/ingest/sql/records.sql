SELECT 'account' AS record_kind, /* columns */
FROM placed
WHERE line NOT IN (SELECT unnest($skipped::BIGINT[]))
