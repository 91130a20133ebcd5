### How numbers, dates and lists are written. ␣ is a blank at which no line may break.

unknown = unknown
unchanged = –␣unchanged
percent = { $share }␣%
interval = { $low }–{ $high }
interval-below-zero = { $low }␣to␣{ $high }
best-and-range = { $best }␣({ $range })
killed = { $count }␣killed
killed-and-unknown = { $count }␣killed, unknown for␣{ $unknown }
deaths-unknown = deaths unknown
days = { $first }␣–␣{ $last }
days-of-a-month = { $first }–{ $last }
quoted = “{ $text }”
# Words that stay on the line of the number before them, with blanks between.
units = % km MB s day days week weeks month months year years times
