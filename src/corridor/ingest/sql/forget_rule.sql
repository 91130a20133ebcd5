DELETE FROM problems WHERE rule = $rule
