SELECT line, source, target_line, target_id, target_sources
FROM candidates
ORDER BY is_vetoed, is_weak, score DESC, in_file, km_apart, line
