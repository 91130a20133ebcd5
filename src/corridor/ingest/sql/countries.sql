SELECT DISTINCT t_country FROM cells WHERE country IS NULL AND t_country <> ''
