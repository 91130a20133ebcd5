UPDATE cells
SET t_actor2 = others.actor
FROM (
    SELECT left_out.first_line, arg_min(cells.t_actor1, cells.line) AS actor
    FROM left_out
    INNER JOIN cells ON cells.line = left_out.line
    WHERE left_out.kind = 'repeated'
    GROUP BY left_out.first_line
) AS others
WHERE cells.line = others.first_line AND cells.t_actor2 = ''
