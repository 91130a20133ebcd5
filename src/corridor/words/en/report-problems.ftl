### What is wrong in a report's file, which people write by hand.

report-fault = { $file }: { $place }: { $what }
report-unreadable = { $file }: cannot be read: { $error }

## Where
report-place = report
report-finding = finding { $number }
report-below = { $place } › { $key }
report-below-numbered = { $place } › { $key } { $number }

## What
report-key-missing = “{ $key }” is missing
report-key-of-kind = “{ $key }” must be { $kinds }, not { $value }
report-key-above-zero = “{ $key }” must be above 0, not { $value }
report-key-texts = “{ $key }” must be a list of texts
report-key-tables = “{ $key }” must be a list of tables
report-keys-unknown = unknown key { $keys }
report-keys-unknown-known = unknown key { $keys } (known: { $known })
report-kind-unknown = “{ $key }” is { $value }; known: { $known }
report-rule-unknown = “{ $key }” names the rule “{ $name }”, which is not defined before it
report-no-finding = there is no finding
report-finding-twice = two findings share a number or a slug
report-answer-unknown = “answer” is { $value }, which is no finding's slug
report-thresholds = “claim” ({ $claim }) must be above “denial” ({ $denial })
