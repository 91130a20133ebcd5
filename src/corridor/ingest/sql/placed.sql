CREATE OR REPLACE TEMP VIEW placed AS
SELECT w.*
    /* derived */
FROM to_write AS w
INNER JOIN places AS p ON /* same */
