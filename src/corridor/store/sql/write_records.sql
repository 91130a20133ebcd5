-- Newest first: a query for recent incidents then reads only the first row groups. Within a day
-- the order is the file's: a number costs less to sort by than an id.
COPY (
    SELECT * FROM (/* parts */)
    ORDER BY event_date DESC, row_number, incident_id, record_kind
) TO $path (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)
