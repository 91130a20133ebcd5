-- None are known before they are looked for, see `repeats.sql`.
CREATE OR REPLACE TEMP TABLE repeats (
    line BIGINT, incident_id VARCHAR, account_id VARCHAR, leads_to VARCHAR
)
