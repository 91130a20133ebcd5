-- Rows that are no incidents of ours: kind is 'country', 'repeated' or 'superseded'; `what` is the country's name,
-- `first_line` the row
-- that tells the event.
CREATE OR REPLACE TEMP TABLE left_out (line BIGINT, kind VARCHAR, what VARCHAR, first_line BIGINT)
