DROP VIEW incoming;
DROP TABLE landed;
