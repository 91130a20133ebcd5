SELECT DISTINCT /* first */, /* second */ FROM cells
