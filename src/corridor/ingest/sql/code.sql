coalesce((SELECT value FROM codes WHERE codes.list = '/* codes */' AND codes.code = /* cell */), /* otherwise */)
