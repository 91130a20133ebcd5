-- The columns come from the codebook (names and types only, never values).
CREATE TABLE landed (/* columns */)
