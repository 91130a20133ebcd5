### Admiralty grades: what gave them, and those that people give.

command-grades = Count the incidents by Admiralty grade and by what gave it, and say of how many it cannot be judged.
command-grade = Grade one account, such as B2, or a source by its letter; can be undone.
option-grade-account = id of the account; the id of an incident is that of its counted account
option-grade = the grade, such as B2; of a source a letter alone
option-grade-source = grade this source instead: the letter of all its accounts that have none of their own
value-grade = GRADE
answer-column-grade = grade
answer-column-letter-by = letter
answer-column-number-by = number

grade-with-origin = { $grade }: { $letter }; { $number }
grade-by-hand = { $grade } by hand: { $reason } ({ $author }, { $day })
grade-letter-file = { $half } as its file gave it
grade-letter-person = { $half } for the source: { $reason } ({ $author }, { $day })
grade-letter-declared = { $half } declared with the source
grade-letter-pack = { $half } by the pack of the source
grade-letter-nobody = { $half }, nobody has graded the source
grade-number-file = { $half } as its file gave it
grade-number-nobody = { $half }, nobody is named who tells of it
grade-number-alone = { $half } by rule: one channel or source alone tells of it
grade-number-agreeing = { $half } by rule: { $count }␣channels or sources tell of it and agree
grade-number-disputed = { $half } by rule: { $count }␣channels or sources tell of it and disagree on { $facts }
grades-unjudged = { $count } of { $all } cannot be judged.

## How headline and verdicts move with a filter by grade
graded-answer = By incidents graded { $grade } or better{ $unjudged ->
    [too] , and those that cannot be judged,
   *[out] {""}
} alone ({ $kept } of { $all } of its window), the answer { $moved }
graded-finding = finding { $number } { $moved }
graded-stays = stays “{ $after }” ({ $alone }, not { $value })
graded-moves = changes from “{ $before }” to “{ $after }” ({ $alone }, not { $value })
graded-standing = { $count ->
    [one] the verdict of finding { $numbers } stays
   *[other] the verdicts of findings { $numbers } stay
}
graded-unmeasured = not measurable
graded-never-filtered = The verdicts on this page count every incident, whatever the filter.
option-findings-grade = say too what the verdicts would be by incidents graded so or better alone
option-findings-unjudged = with --grade: by those that cannot be judged too

## On the page Method
method-grades = **Grades.** An Admiralty grade has two halves: a letter for how reliable the source is, a number for how well confirmed what it tells is. Each is taken from the first that has one: a person for this account, the account’s own file; for the letter then a person for the source, its declaration, its pack; for the number a rule. By rule it is 1 where two or more news channels or sources tell of an incident and agree on deaths, place and date, 2 where they disagree, 3 where one alone tells of it, 6 where nobody is named. F and 6 mean that it cannot be judged: they are neither good nor bad, and no number averages them.
method-graded = **{ $source } is graded { $grade }.** { $reason }

## What gave a half, in a table
grade-gave-hand = by hand
grade-gave-file = by its file
grade-gave-person = by a person, for the source
grade-gave-declared = declared with the source
grade-gave-pack = by the pack of the source
grade-gave-rule = by rule
grade-gave-nobody = by nobody

## What cannot be recorded
grade-no-grade = “{ $grade }” is no grade. Write a letter from A (completely reliable) to F (cannot be judged), then a number from 1 (confirmed) to 6 (cannot be judged), such as B2.
grade-no-letter = “{ $grade }” is no grade of a source. Write one letter, from A (completely reliable) to E, or F where it cannot be judged.
grade-needs-reason = A grade needs a reason of at most { $most }␣signs. Nothing was saved.
grade-of-what = Name the account, or --source and its name: one of the two.
grade-needs-name = A grade needs the name of who gives it: --author. Nothing was saved.
graded-as-commit = Graded as commit { $commit }, version { $version }.
