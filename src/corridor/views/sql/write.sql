INSERT INTO saved_views (folded, name, page, query, note, saved_by, saved_at, is_out)
VALUES (:folded, :name, :page, :query, :note, :saved_by, :saved_at, :is_out)
