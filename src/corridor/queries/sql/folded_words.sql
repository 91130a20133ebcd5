SELECT DISTINCT trim(folded(unnest($texts::VARCHAR[]))) AS words
