SELECT count(*) > 0 FROM to_write WHERE source = $series
