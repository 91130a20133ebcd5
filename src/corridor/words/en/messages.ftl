### What goes out about a new version: webhook, mail, feed.

command-feed = Write an Atom feed of the newest versions: what came, and what changed in figures and verdicts.
command-notify = Send what changed with each new version, signed to a webhook and by mail, where these are configured; say what was sent and what was not. For a timer.
option-feed-out = file to write the feed into (default: print it)
option-notify-from = let messages begin with this version, which is there already
option-mute = send nothing until and with this day; needs --reason
option-mute-reason = why nothing is to be sent, for the record
option-unmute = let messages go out again

feed-title = Corridor Watch: what changed in the data
feed-written = The feed of { $count } versions was written to { $file }.

message-subject = Corridor Watch, version { $version }: { $told }
message-incident = { $id }, { $day }, { $place }: { $what }
message-rest = { $count } more are not listed here.
message-pages = Pages: { $address }
message-mute = Whoever runs the server can mute these messages: corridor notify --mute DAY --reason TEXT

## What became of them
message-told = { $state ->
    [sent] The { $way ->
        [webhook] webhook
       *[mail] mail
    } about version { $version } was sent on { $at }: { $answer }
    [muted] The { $way ->
        [webhook] webhook
       *[mail] mail
    } about version { $version } was not sent, as messages are muted
    [waiting] The { $way ->
        [webhook] webhook
       *[mail] mail
    } about version { $version } could not be sent: { $answer }; tried { $tries ->
        [one] once
       *[other] { $tries } times
    }, next try from { $next } UTC
   *[failed] The { $way ->
        [webhook] webhook
       *[mail] mail
    } about version { $version } was not sent: { $answer }; tried { $tries ->
        [one] once
       *[other] { $tries } times
    }, not tried again
}
message-muted = Messages are muted until { $day } by { $by }: “{ $reason }”
message-nothing-configured = Nothing is sent: neither CORRIDOR_WEBHOOK_URL nor CORRIDOR_MAIL_TO and CORRIDOR_SMTP_URL are set.
message-begin = Messages begin with the version after { $version }.
message-troubles = Not every message about new data went out:

## Why one could not be sent
message-refused = the receiver answered { $status }
message-no-answer = the receiver did not answer within { $seconds }␣seconds
message-no-line = the receiver cannot be reached
message-not-understood = the receiver’s answer cannot be understood
message-no-secret = no secret is set to sign with (CORRIDOR_WEBHOOK_SECRET)
message-secret-odd = the secret to sign with is no Base64 (CORRIDOR_WEBHOOK_SECRET)
message-mail-in-plain = the mail server wants a password and does not encrypt: it was not sent
message-nobody-takes-it = the mail server takes mail for none of the addresses
message-mute-needs-a-reason = Say why messages are muted: --reason
message-record-broken = The record of messages ({ $file }) cannot be read. Move it away, and messages begin anew with the next version.
