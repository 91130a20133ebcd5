CREATE OR REPLACE TEMP VIEW to_write AS
SELECT * FROM accepted WHERE line IN (SELECT line FROM effects WHERE effect <> 'duplicate')
