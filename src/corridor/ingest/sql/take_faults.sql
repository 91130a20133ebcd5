INSERT INTO problems
SELECT cells.line, $column, shortened(answers.text), answers.what, answers.mend, 'error'
FROM cells
INNER JOIN answers ON answers.text = cells.t_/* name */
WHERE answers.what IS NOT NULL AND cells./* name */ IS NULL
