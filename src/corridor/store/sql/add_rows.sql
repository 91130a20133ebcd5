INSERT INTO /* name */ BY NAME SELECT * FROM incoming
