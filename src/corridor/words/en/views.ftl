### Saved views: links with a name.

saved-views = Views
saved-views-none = No view is saved yet. Save what this page shows now, and everybody who uses this data folder finds it here.
saved-view-saved-by = { $page } · saved by { $by }, { $day }
saved-view-open-first = Open first
saved-view-name = Name of the view
saved-view-note = Note (may be empty)
saved-view-by = Your name
saved-view-moves = Move with the data: always the last 12 months that they cover
saved-view-replaces = Replace a view of the same name
saved-view-save = Save this view
saved-view-saved = Saved: { $name }.
saved-view-which = { $to ->
    [out] Take a view out of the list
   *[back] Views that were taken out
}
saved-view-turn = { $to ->
    [out] Take out
   *[back] Bring back
}
saved-view-turned = { $to ->
    [out] Taken out: { $name }. It can be brought back below.
   *[back] Brought back: { $name }.
}

## What is wrong
saved-view-link-long = the link is longer than { $most } signs. Choose less, such as an area in place of many incidents.
saved-view-link-unreadable = { $link } is no link that can be read. Copy it from the address line of a page.
saved-view-no-page = { $page } is no page; known: { $known }. Copy the link from the address line of a page.
saved-view-without-a-name = a view needs a name. Write one.
saved-view-name-taken = there is a view “{ $name }” already. Give this one another name, or replace that one.
saved-view-not-there = there is no such view as { $name }
saved-view-text-long = the text has { $count } signs; { $most } are allowed. Shorten it.
saved-view-text-unseen = the text holds a sign that cannot be seen ({ $code }). Take it out.
saved-view-file-unusable = the saved views cannot be used: { $error } ({ $file }). Try again; if the file is damaged, move it away, and the views in it are lost.

## On the command line
command-views = List the saved views: links with a name that everybody who uses the data folder sees.
command-view = Save a link under a name, take one out of the list, or bring it back.
option-saved-view-action = what to do
option-saved-view-name = name of the view, in any case of its letters
option-saved-view-link = the link, as the address line of a page has it, or its part from the page on, such as "map?province=Diyala" (to save)
option-saved-view-note = a note on it (to save)
option-saved-view-replace = replace a view of the same name (to save)
saved-view-needs-a-link = --link is needed to save a view
saved-view-told = { $name }: { $link } (saved by { $by }, { $day }) { $note }
saved-view-done = { $action ->
    [save] Saved: { $name } → { $link }
    [take-out] Taken out: { $name }
   *[bring-back] Brought back: { $name }
}
