SELECT /* cells */ FROM landed ORDER BY line LIMIT $most
