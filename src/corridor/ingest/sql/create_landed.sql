CREATE OR REPLACE TEMP TABLE landed (line BIGINT, /* columns */)
