DELETE FROM cells WHERE line IN (SELECT line FROM left_out)
