## Who may do what
not-allowed = { $name } may not do this ({ $action }) as { $role }; nothing was written
may-not = Your role here is { $role }: { $action ->
    [check] checking a file takes an analyst.
    [upload] adding incidents takes an editor. A file that is ready can be handed to one.
    [hide] hiding incidents takes an editor. The list can be handed to one.
    [link] linking accounts takes an analyst.
    [judge] judging takes an analyst.
    [view] saving views takes an analyst.
   *[other] this takes an administrator.
}

## Signing in
door-nobody = Nobody is signed in. Open this address through the page where you sign in.
door-no-role = { $name } has no role here. Whoever runs this server can give one, in people.toml.
people-place = the list of people
people-no-secret = people are to sign in through a proxy, but { $variable } is shorter than 16 signs: set it here, and let the proxy send it as X-Corridor-Proxy
people-nobody = people are to sign in, but { $file } gives nobody a role: write a line such as "ana@example.org" = "editor" below [people]
