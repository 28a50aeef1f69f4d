Publish an output as a page of Confluence, here one on this machine that remembers what it is told:

  $ . "$TESTDIR/setup.sh"
  $ make_session --ticket PROJ-123
  $ folder=output/sessions/ada-lovelace/$id
  $ printf '# Invoice process\n\nToday **three** people type invoices.\n' >$folder/process_cs-architect.md
  $ git session commit --quiet
  $ git session promote --publish process
  git session: no Confluence site is set: session.confluence.site
  hint: git config --global session.confluence.site https://company.atlassian.net/wiki
  [1]
  $ touch "$TESTDIR/confluence"; python3 "$CONFLUENCE" --port 0 >>"$TESTDIR/confluence" & confluence=$!
  $ trap 'kill $confluence' EXIT; until grep -q spaces "$TESTDIR/confluence"; do sleep 0.1; done
  $ port=$(sed -n 's|.*127.0.0.1:\([0-9]*\)/wiki|\1|p' "$TESTDIR/confluence")
  $ git config --global session.confluence.site http://127.0.0.1:$port/wiki
  $ git config --global session.confluence.edition cloud; git config --global session.confluence.user ada@example.com
  $ export GIT_SESSION_CONFLUENCE_TOKEN=open-sesame-4711
  $ promote() { (set -o pipefail; git session promote "$@" 2>&1 | sed -E "s/:$port/:PORT/g; s|there: .*/repository|there: …/repository|; s/[0-9a-f]{40}/COMMIT/; s/(-[0-9a-f]{16}){2}/-KEY/"); }
  $ by_hand() { python3 -c 'import json, sys, urllib.request as u; u.urlopen(sys.argv[1], json.dumps(dict(page=sys.argv[2], storage=sys.argv[3], by="Grace")).encode())' http://127.0.0.1:$port/_edit "$@"; }
  $ promote --check --space PROJ
  Site: http://127.0.0.1:PORT/wiki (Cloud)
  ok  logged in as Ada \xc5\x81ovelace (esc)
  ok  can read space PROJ
  ?   this server does not say whether the login may make pages in space PROJ
  $ promote --publish process
  git session: nothing says where 'process_cs-architect.md' is to be published
  hint: --space KEY, or once: git config session.confluence.space KEY
  [2]
  $ promote --publish process --space PROJ --dry-run
  Would publish: process_cs-architect.md as the new page 'Invoice process'
  --- nothing
  +++ the new page
  @@ -0,0 +1,4 @@
  +# Invoice process
  +Today **three** people type invoices.
  +{panel:}
  +  {p} {anchor: "git-session-KEY"}This page is generated from `output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/process_cs-architect.md` in repository, commit `COMMIT`: output `process_cs-architect.md` of session `2025-11-22_feature-invoice-automation_a3f42c` by cs-architect. Edit it there, not here.
  $ promote --publish process --space PROJ
  Published: process_cs-architect.md (new page)
  Page: http://127.0.0.1:PORT/wiki/spaces/PROJ/pages/65605/Invoice+process
  Copy: output/shared/promoted-to-confluence/PROJ/65605/process_cs-architect.md
  git session commit 2025-11-22_feature-invoice-automation_a3f42c commits it
  $ promote --publish process
  Unchanged: process_cs-architect.md (version 1)
  Page: http://127.0.0.1:PORT/wiki/spaces/PROJ/pages/65605/Invoice+process
  Copy: output/shared/promoted-to-confluence/PROJ/65605/process_cs-architect.md

Somebody edits the page there; it is not lost:

  $ by_hand 65605 "<h1>Invoice process</h1><p>Today <strong>four</strong> people type invoices.</p>"
  $ promote --list
  process_cs-architect.md\tchanged there\thttp://127.0.0.1:PORT/wiki/spaces/PROJ/pages/65605/Invoice+process\t2025-11-22T08:15:30Z\t1\tcs-architect\t2025-11-22_feature-invoice-automation_a3f42c (esc)
  $ printf '\nMore of it.\n' >>$folder/process_cs-architect.md
  $ promote --publish process
  git session: 'process_cs-architect.md' has changes that are not committed
  hint: git session commit, and git push; or publish all the same: --yes
  [5]
  $ git session commit --quiet
  $ promote --publish process
  --- the page as it was published
  +++ the page as it is, version 2
  @@ -1,4 +1,2 @@
   # Invoice process
  -Today **three** people type invoices.
  -{panel:}
  -  {p} {anchor: "git-session-KEY"}This page is generated from `output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/process_cs-architect.md` in repository, commit `COMMIT`: output `process_cs-architect.md` of session `2025-11-22_feature-invoice-automation_a3f42c` by cs-architect. Edit it there, not here.
  +Today **four** people type invoices.
  The page as it is there: \xe2\x80\xa6/repository/.git/session/remote/65605/v2.xml (esc)
  git session: page 65605 'Invoice process' was changed on the site since it was published; it is at version 2
  hint: bring what changed into the output; or lose it: --over-version 2
  [5]
  $ git session promote --publish process --over-version 1 --json 2>$TESTDIR/said | jq -c '.error | {kind, reason}'
  {"kind":"refused","reason":"page-changed"}
  $ promote --publish process --over-version 2
  Published: process_cs-architect.md (version 3)
  Page: http://127.0.0.1:PORT/wiki/spaces/PROJ/pages/65605/Invoice+process
  Copy: output/shared/promoted-to-confluence/PROJ/65605/process_cs-architect.md
  git session commit 2025-11-22_feature-invoice-automation_a3f42c commits it
  $ promote --list
  process_cs-architect.md\tcurrent\thttp://127.0.0.1:PORT/wiki/spaces/PROJ/pages/65605/Invoice+process\t2025-11-22T08:15:30Z\t2\tcs-architect\t2025-11-22_feature-invoice-automation_a3f42c (esc)

Options that mean nothing are told:

  $ promote --publish process --page 65605 --space PROJ
  git session: --page names a page that is there; --space and --parent are for a new one
  hint: git session promote --publish FILE --space KEY
  [2]
  $ promote --publish process --list
  git session: --publish and --list do not go together
  hint: git session promote --file FILE --confluence-url https://\xe2\x80\xa6/pages/123456 (esc)
  [2]
  $ promote process --over-version 2
  git session: --over-version belongs to --publish
  hint: git session promote --publish
  [2]
  $ promote --publish process --over-version two
  git session: --over-version takes the number of a version, not 'two'
  hint: the refusal that it answers names the version
  [2]
  $ promote --publish process --page https://other.example.com/wiki/spaces/X/pages/1
  git session: the page is on https://other.example.com/wiki, and session.confluence.site is http://127.0.0.1:PORT/wiki
  hint: find the page on http://127.0.0.1:PORT/wiki, and copy its address there
  [2]
  $ promote --publish
  git session: promote --publish needs to know which output
  hint: git session promote --publish FILE --space KEY
  [2]
