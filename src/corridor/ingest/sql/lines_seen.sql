SELECT count(*) + coalesce(sum(/* breaks */), 0) FROM raw
