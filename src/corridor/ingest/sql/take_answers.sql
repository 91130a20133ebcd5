UPDATE cells
SET /* name */ = CAST(answers.value AS /* type */)
FROM answers
WHERE answers.text = cells.t_/* name */ AND answers.value IS NOT NULL AND cells./* name */ IS NULL
