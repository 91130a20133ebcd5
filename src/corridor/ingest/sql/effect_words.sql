SELECT effect FROM effects ORDER BY line
