SELECT DISTINCT readings."column", written.name, written.place
FROM readings
INNER JOIN written ON written."column" = readings."column"
ORDER BY written.place
