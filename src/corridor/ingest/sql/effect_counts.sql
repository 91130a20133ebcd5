SELECT effect, count(*) FROM effects GROUP BY effect
