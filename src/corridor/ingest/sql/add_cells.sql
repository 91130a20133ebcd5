-- A column that the file has not, for what another of its columns says.
ALTER TABLE cells ADD COLUMN t_/* name */ VARCHAR DEFAULT '';
ALTER TABLE cells ADD COLUMN /* name */ /* type */
