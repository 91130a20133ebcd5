-- No cell holds a break: a record is a line.
CREATE OR REPLACE TEMP TABLE landed AS
SELECT $ends + record AS line, /* cells */
FROM raw
