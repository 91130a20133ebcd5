-- Newest first: a query for recent incidents then reads only the first row groups.
COPY (
    SELECT *
    FROM landed
    ORDER BY event_date DESC, incident_id, record_kind, row_number
) TO $path (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)
