-- A last day that is not given is the first one.
CREATE OR REPLACE TEMP VIEW accepted AS
SELECT * REPLACE (coalesce(event_date_end, event_date) AS event_date_end)
FROM file_rows
WHERE line NOT IN (SELECT line FROM problems WHERE severity = 'error')
