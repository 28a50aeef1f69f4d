git session update --where changes every session that fits, as one operation.

  $ . "$TESTDIR/setup.sh"
  $ make_repository repository feature/invoice-automation
  $ for n in 1 2 3; do make_session --ticket PROJ-$n --sprint S4; done
  $ make_session --ticket PROJ-4 --sprint S5
  $ git session close --quiet 2>/dev/null && git session archive $id --quiet 2>/dev/null
  $ git session update $(git session search --ticket PROJ-3 --format ids) --add-tag q4 --quiet

Look first:

  $ git session update --where sprint=S4 --add-tag q4 --team product --dry-run
  2025-11-22_feature-invoice-automation_7b89de
    created_by.team: engineering -> product
    tags: + q4
  2025-11-22_feature-invoice-automation_a3f42c
    created_by.team: engineering -> product
    tags: + q4
  2025-11-22_feature-invoice-automation_c19f03
    created_by.team: engineering -> product
  Would change 3 sessions
  $ git session update --where sprint='S*' --epic PROJ-9 --dry-run --json 2>/dev/null | jq -c 'del(.sessions[1:])'
  {"schema":1,"dry_run":true,"operation":null,"sessions":[{"session_id":"2025-11-22_feature-invoice-automation_7b89de","path":"output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_7b89de","changes":[{"key":"context.epic","before":null,"after":"PROJ-9"}]}],"unchanged":0,"problems":[]}

It asks on a terminal; where nobody is there to be asked, it needs --yes:

  $ git session update --where sprint=S4 --add-tag q4
  git session: nobody is there to be asked
  hint: --dry-run shows what would change, --yes changes it unasked
  [2]
  $ on_terminal git session update --where sprint=S4 --add-tag q4
  2025-11-22_feature-invoice-automation_7b89de
    tags: + q4
  2025-11-22_feature-invoice-automation_a3f42c
    tags: + q4
  Change 2 sessions? [y/N]: 
  Nothing was changed
  $ cp -r output ../before
  $ git session update --where sprint=S4 --add-tag q4 --yes
  2025-11-22_feature-invoice-automation_7b89de
    tags: + q4
  2025-11-22_feature-invoice-automation_a3f42c
    tags: + q4
  Changed 2 sessions; 1 is so already; git session undo 8 takes it back
  $ git session update --where sprint=S4 --add-tag q4 --yes
  Nothing to change; 3 are so already

All of it is one operation, and taken back as one:

  $ git session undo 2>/dev/null | head -1
  Undone: operation 8 (update)
  $ diff -r output ../before

Archived sessions are left alone unless --all or a condition asks for them:

  $ git session update --where sprint=S5 --epic PROJ-9 --yes
  No session fits; --all looks at archived ones too
  $ git session update --where sprint=S5 --epic PROJ-9 --yes --all
  2025-11-22_feature-invoice-automation_c4f88a
    context.epic: (none) -> PROJ-9
  Changed 1 session; git session undo 10 takes it back
  $ git session update --where status=archived --epic PROJ-10 --yes
  2025-11-22_feature-invoice-automation_c4f88a
    context.epic: PROJ-9 -> PROJ-10
  Changed 1 session; git session undo 11 takes it back

What cannot be read is named, the others are done, and the exit status is 4:

  $ echo "broken: [" >$(metadata_of $(git session search --ticket PROJ-1 --format ids))
  $ git session update --where sprint=S4 --epic PROJ-9 --yes
  2025-11-22_feature-invoice-automation_7b89de
    context.epic: (none) -> PROJ-9
  2025-11-22_feature-invoice-automation_c19f03
    context.epic: (none) -> PROJ-9
  Changed 2 sessions; git session undo 12 takes it back
  git session: output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml:2: not valid YAML: did not find expected node content
  [4]
  $ git session update --where sprint=S4 --epic PROJ-10 --yes --json 2>/dev/null | jq -c '[.operation, (.sessions|length), .problems[].code]'
  [13,2,"unreadable-metadata"]

A value that no session can have is an error before anything is done, and so is what does not go together:

  $ git session update --where sprint=S4 --expires tomorrow --yes
  git session: 'tomorrow' is no day
  hint: write --expires YYYY-MM-DD, or --expires never
  [2]
  $ git session update --where sprint=S4 --team nobody --yes
  git session: there is no team 'nobody'; there are marketing, product, engineering, delivery
  hint: git config session.teams marketing,product,engineering,delivery,nobody makes it one
  [2]
  $ git session update --where sprint --epic x --yes
  git session: --where takes key=value, not 'sprint'
  hint: git session search --where context.epic='Billing*'
  [2]
  $ git session update a3f42c --where sprint=S4 --epic x --yes
  git session: --where and a session do not go together
  hint: leave out one of them
  [2]
  $ git session update --epic x --dry-run
  git session: --dry-run belongs to --where
  hint: git session update --where KEY=VALUE
  [2]
  $ git session update --where sprint=S4 --yes
  git session: there is nothing to update
  hint: git session update -h lists what can be set
  [2]
