-- What is wrong and what mends it are sealed messages (`words.sealed`): said when they are read.
CREATE OR REPLACE TEMP TABLE problems (
    line BIGINT, "column" VARCHAR, cell VARCHAR, what JSON, mend JSON, severity VARCHAR
)
