-- The series that declare days that they cover: each can measure.
SELECT DISTINCT spans.source AS series
FROM spans
INNER JOIN sources ON sources.source = spans.source
WHERE sources.role = 'series'
ORDER BY series
