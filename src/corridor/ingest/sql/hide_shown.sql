SELECT * FROM to_hide ORDER BY line LIMIT $most
