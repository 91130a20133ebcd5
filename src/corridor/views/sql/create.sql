-- Of a name the row with the highest number counts.
CREATE TABLE IF NOT EXISTS saved_views (
    number INTEGER PRIMARY KEY,
    folded TEXT NOT NULL,
    name TEXT NOT NULL,
    page TEXT NOT NULL,
    query TEXT NOT NULL,
    note TEXT NOT NULL,
    saved_by TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    is_out INTEGER NOT NULL
)
