-- Without a choice of sources the best account is known already: no need to rank again.
SELECT *, 1 AS choice
FROM accounts
WHERE account_rank = 1
