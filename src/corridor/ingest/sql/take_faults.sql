INSERT INTO problems
SELECT cells.line, $column, shortened(answers.text), answers.rule, answers.remedy, 'error'
FROM cells
INNER JOIN answers ON answers.text = cells.t_/* name */
WHERE answers.rule IS NOT NULL AND cells./* name */ IS NULL
