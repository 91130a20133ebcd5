SET TimeZone = 'UTC';
-- Asked for, never printed.
SET enable_progress_bar = true;
SET enable_progress_bar_print = false;
SET progress_bar_time = 0;
