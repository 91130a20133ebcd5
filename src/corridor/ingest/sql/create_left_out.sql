-- Rows that are no incidents of ours: kind is 'country' or 'repeated', `what` the country's name.
CREATE OR REPLACE TEMP TABLE left_out (line BIGINT, kind VARCHAR, what VARCHAR)
