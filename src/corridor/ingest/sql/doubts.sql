SELECT DISTINCT t_/* name */ FROM cells WHERE /* name */ IS NULL AND (t_/* name */ <> '' OR $required)
