INSERT INTO left_out
SELECT line, 'country', t_country, NULL FROM cells SEMI JOIN other_countries ON text = t_country
