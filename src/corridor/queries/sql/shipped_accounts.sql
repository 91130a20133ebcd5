-- What an upload has updated is here as it was shipped; both tables have the same columns.
SELECT * FROM accounts WHERE commit_id = 'seed'
UNION ALL
SELECT * FROM shipped_accounts
