CREATE OR REPLACE TEMP TABLE problems (
    line BIGINT, "column" VARCHAR, cell VARCHAR, rule VARCHAR, remedy VARCHAR, severity VARCHAR
)
