### Files that are fetched from publishers: what is being done, and why one was not fetched.

-what-came-is-kept = What has arrived is kept: the next attempt goes on there.
-or-hand-it-in = Or download the file yourself and hand it in.
-nothing-was-written = Nothing was written.

## What is being done
stage-fetching = Fetching { $file }
stage-unpacking = Unpacking { $file }

## How it is set up
fetch-not-wanted = Fetching is switched off here (CORRIDOR_FETCH). Hand a file in instead.
fetch-no-token = There is no token for { $publisher }'s interface. Ask its maintainer for one and set CORRIDOR_UCDP_TOKEN, or fetch the file instead (--through file).
fetch-no-account = There is no account for { $publisher }. Set CORRIDOR_ACLED_USER and CORRIDOR_ACLED_PASSWORD to those of a myACLED account.
fetch-secret-in-plain = No token and no password is sent to { $address }, as it is not encrypted. Set an address that begins with https.
fetch-secret-odd = The token for { $publisher } has signs in it that no token has, such as a line end. Copy it again.
fetch-no-such-release = { $kind ->
    [ucdp] { $release } is not the version of a yearly release, such as 25.1.
    [ucdp-candidate] { $release } is not the version of candidate events, such as 25.0.9 for a month or 25.01.25.06 for several.
   *[none] This source has no versions: leave out { $release }.
}
fetch-days-backwards = The first day ({ $first }) is after the last ({ $last }).
fetch-under-way = { $file } is being fetched already. Wait until that has ended.

## What the other side says
fetch-refused-token = { $publisher } refuses the token ({ $status }): it is wrong, has expired or may not see this. Check CORRIDOR_UCDP_TOKEN, or fetch the file instead (--through file).
fetch-refused-account = { $publisher } refuses the account ({ $status }): name or password is wrong, or it has no access to the interface. Check CORRIDOR_ACLED_USER and CORRIDOR_ACLED_PASSWORD, and that the account's terms are accepted.
fetch-said-no = { $publisher } answers that it cannot do this. Check on its page what your account may see.
fetch-not-there = { $publisher } has nothing there (404): this version is not out, or has another address now. Check the version and the address in the settings.
fetch-nothing-out = { $publisher } has none of the versions that could be the newest. Name one (--release), or check the address in the settings.
fetch-too-many = { $publisher } asks to be left alone for { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
} (429). Repeat it then. { -what-came-is-kept }
fetch-budget-spent = { $publisher } answers { $most } questions a day, and so many were asked today. Repeat it tomorrow (UTC), or fetch the file instead (--through file). { -what-came-is-kept }
fetch-server-failed = { $publisher } has a fault of its own ({ $status }). Repeat it later. { -what-came-is-kept }
fetch-unexpected = { $publisher } does not answer this ({ $status }). It may have been asked too quickly: wait a minute and repeat it. If that does not help, check the address in the settings.
fetch-redirected = { $publisher } sends on to another address, which is not followed: it may be somebody else's. Check the address in the settings.
fetch-redirected-plain = { $publisher } sends on to an address that is not encrypted, which is not followed. Check the address in the settings.

## The way there
fetch-no-line = { $address } cannot be reached. Check the network and the address, or hand a file in: everything else works without a network.
fetch-timeout = { $address } does not answer. Repeat it later. { -what-came-is-kept }
fetch-certificate = { $address } does not show who it is: its certificate cannot be checked, so nothing was asked. If your network has certificates of its own, name them in SSL_CERT_FILE.
fetch-stalled = { $publisher } stopped in the middle of the answer. Repeat it. { -what-came-is-kept }
fetch-too-slow = { $publisher } sends too slowly (CORRIDOR_FETCH_SECONDS). Repeat it. { -what-came-is-kept }
fetch-cut-off = { $publisher } sent a part only. Repeat it; what can be gone on with is kept.

## What came
fetch-too-large = { $publisher } sends more than { $most } MB (CORRIDOR_MAX_FETCH_MB). { -nothing-was-written } { -or-hand-it-in }
fetch-unpacks-too-large = What { $publisher } sent unpacks to far more than a table would, or to more than { $most } MB (CORRIDOR_MAX_FETCH_MB). { -nothing-was-written }
fetch-web-page = { $publisher } answered with a web page, not with data. Perhaps your network asks you to sign in, or the address in the settings leads to a page. { -nothing-was-written }
fetch-json-broken = { $publisher } sent a part of its answer only, or no JSON. Repeat it. { -what-came-is-kept }
fetch-not-understood = { $publisher } answered in a form that is not its own. Its interface may have changed: check the address in the settings, or hand a file in. { -nothing-was-written }
fetch-no-table = { $publisher } sent something that is no table (CSV). Check the address in the settings. { -nothing-was-written }
fetch-damaged = What { $publisher } sent is damaged, or ends too early. Repeat it. { -nothing-was-written }
fetch-zip-leads-out = The archive of { $publisher } names files outside its own folder. Nobody does that by mistake: it was not opened. Check the address in the settings.
fetch-zip-of-others = { $count ->
    [0] The archive of { $publisher } holds no table (CSV).
    [one] The table in the archive of { $publisher } is locked by a password.
   *[other] The archive of { $publisher } holds { $count } tables; which one is meant is not guessed.
} Unpack it and hand the table in.
fetch-empty = { $publisher } has no events for this request. { -nothing-was-written } Check version and days.
fetch-none-here = { $publisher } sent { NUMBER($left_out) } events, none of them in { $country }. { -nothing-was-written }
fetch-list-changed = { $publisher }'s list changed while it was read. Nothing of it was kept: repeat it, it begins anew.
fetch-pages-repeat = { $publisher } sent the same events twice or a page without any: its list changed while it was read, or its pages repeat. Nothing of it was kept: repeat it, it begins anew.
fetch-rows-lacking = { $publisher } says that it has { NUMBER($total) } events and sent { NUMBER($rows) }. Nothing of it was kept: repeat it, or fetch the file instead (--through file).

## On the page
fetch-title = Fetch from { $publishers }
fetch-about = Asks a publisher for its newest file. This is the only thing here that calls the outside, and only when you press the button. What comes is checked and shown like a file that you hand in; nothing is saved before you confirm it.
fetch-source = What
fetch-source-ucdp = UCDP: yearly release
fetch-source-ucdp-candidate = UCDP: candidate events (provisional, by month)
fetch-source-acled = ACLED: events
fetch-release = Version
fetch-release-help = Such as 25.1 for a year's release, 25.0.9 for a month of candidate events
fetch-release-newest = the newest
fetch-from = From (empty: all days)
fetch-calls = Will call { $machines }
fetch-drop = Put what was fetched aside
fetch-button = Fetch
fetch-stopped = Fetching was stopped. What has arrived is kept: the next attempt goes on there.
fetch-failed = Nothing was fetched
fetch-done = { $file }: { $rows ->
    [one] one row
   *[other] { $rows } rows
}{ $out ->
    [0] { "" }
   *[other] , { $out } of other countries left out
}
