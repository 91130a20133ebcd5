INSERT INTO left_out
SELECT line, 'country', t_country FROM cells SEMI JOIN other_countries ON text = t_country;
DELETE FROM cells WHERE line IN (SELECT line FROM left_out)
