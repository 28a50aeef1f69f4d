status, which is also what `git session` alone shows, says where we are and what is left to do.

  $ . "$TESTDIR/setup.sh"
  $ make_repository repository feature/PROJ-123-invoices
  $ git session
  No current session for ada-lovelace on branch 'feature/PROJ-123-invoices'
    git session create starts one
  $ git session create -q --team engineering --project "Invoice Automation"
  2025-11-22_feature-proj-123-invoices_a3f42c
  $ echo "# Plan" > "$(git session current --path)/2025-11-22_09-00-00_plan_cs-architect.md"
  $ git session
  Session 2025-11-22_feature-proj-123-invoices_a3f42c (active)
    PROJ-123, Invoice Automation, engineering
    Found: set by create or use on branch feature/PROJ-123-invoices
    Folder: output/sessions/ada-lovelace/2025-11-22_feature-proj-123-invoices_a3f42c/
    Expires 2026-05-22, in 181 days (project)
    1 output
  
  Not recorded  git session add FILE
    2025-11-22_09-00-00_plan_cs-architect.md
  
  Not committed  git session commit
    new  .session-metadata.yaml
    new  2025-11-22_09-00-00_plan_cs-architect.md
  $ git add output && git commit --quiet --message "Add the session"
  $ git session status
  Session 2025-11-22_feature-proj-123-invoices_a3f42c (active)
    PROJ-123, Invoice Automation, engineering
    Found: set by create or use on branch feature/PROJ-123-invoices
    Folder: output/sessions/ada-lovelace/2025-11-22_feature-proj-123-invoices_a3f42c/
    Expires 2026-05-22, in 181 days (project)
    1 output
  
  Not recorded  git session add FILE
    2025-11-22_09-00-00_plan_cs-architect.md

Listed files that are gone, and changes since the commit:

  $ cat > listed.py <<'END'
  > import sys
  > path = sys.argv[1]
  > text = open(path).read()
  > entry = 'outputs:\n  - {file: "gone.md", type: "reviews"}\n'
  > open(path, "w").write(text.replace("outputs: []\n", entry))
  > END
  $ python3 listed.py "$(metadata_of)" && rm listed.py
  $ git session | tail -n +7
  
  Not recorded  git session add FILE
    2025-11-22_09-00-00_plan_cs-architect.md
  
  Missing  listed, but not there
    gone.md
  
  Not committed  git session commit
    changed  .session-metadata.yaml
  $ git checkout --quiet output

What is near its date, of one's own sessions, archived ones apart:

  $ git session create -q --no-use --team product --project Soon --expires 2025-12-01 --branch other
  2025-11-22_other_7b89de
  $ git session create -q --no-use --team product --project Past --expires 2025-11-20 --branch other
  warning: this session expired on 2025-11-20 already
  2025-11-22_other_c19f03
  $ git session create -q --no-use --team product --project Far --expires 2025-12-07 --branch other
  2025-11-22_other_c4f88a
  $ git -c user.name=Grace session create -q --no-use --team product --project Hers --expires 2025-11-23
  2025-11-22_feature-proj-123-invoices_5d2e61
  $ git session | tail -n 4
  
  Near their date  git session update ID --expires DATE
    2025-11-22_other_c19f03  expired 2 days ago
    2025-11-22_other_7b89de  expires in 9 days

Without a current session the open ones are listed. That is no error here.

  $ git checkout --quiet main
  $ git session
  No current session for ada-lovelace on branch 'main'
    git session create starts one; git session use ID goes on with an open one
  
  Open sessions of yours  git session use ID
    2025-11-22_other_c4f88a  Far, product
    2025-11-22_other_c19f03  Past, product
    2025-11-22_other_7b89de  Soon, product
  
  Near their date  git session update ID --expires DATE
    2025-11-22_other_c19f03  expired 2 days ago
    2025-11-22_other_7b89de  expires in 9 days
  $ git session status --json | python3 -c '
  > import json, sys
  > root = json.load(sys.stdin)
  > print(list(root))
  > print(root["current"], [s["context"]["project"] for s in root["open"]], root["expiring"][0]["days"])'
  ['schema', 'user', 'branch', 'current', 'none_reason', 'unrecorded', 'missing', 'uncommitted', 'left_out', 'ignored_by', 'open', 'expiring', 'superproject']
  None ['Far', 'Past', 'Soon'] -2

A named session is shown wherever we are; one that does not exist is an error.

  $ git session status c19f03 | head -n 5
  Session 2025-11-22_other_c19f03 (active)
    Past, product
    Found: named on the command line
    Folder: output/sessions/ada-lovelace/2025-11-22_other_c19f03/
    Expired 2025-11-20, 2 days ago (project)
  $ git session status ffffff
  git session: no session matches 'ffffff'
  hint: git session list --all shows every session
  [1]
  $ GIT_SESSION=ffffff git session
  git session: GIT_SESSION: no session matches 'ffffff'
  hint: unset GIT_SESSION, or set it to an id of git session list
  [1]

Nothing is written: it works where nothing can be.

  $ git checkout --quiet feature/PROJ-123-invoices
  $ touch "$TESTDIR/before"
  $ git session status >/dev/null && find . -newer "$TESTDIR/before"

Ignored sessions and submodules are said to be so. A long list is cut.

  $ echo /output/ >.gitignore && git session create -q --team engineering --project Hidden 2>/dev/null
  2025-11-22_feature-proj-123-invoices_6b07f4
  $ for n in 1 2 3 4 5 6 7 8; do echo > "$(git session current --path)/part-$n.md"; done
  $ git session
  Session 2025-11-22_feature-proj-123-invoices_6b07f4 (active)
    PROJ-123, Hidden, engineering
    Found: set by create or use on branch feature/PROJ-123-invoices
    Folder: output/sessions/ada-lovelace/2025-11-22_feature-proj-123-invoices_6b07f4/
    Expires 2026-05-22, in 181 days (project)
    8 outputs
    git ignores this session (.gitignore:1:/output/): it cannot be committed
  
  Not recorded  git session add FILE
    part-1.md
    part-2.md
    part-3.md
    part-4.md
    part-5.md
    part-6.md
    \xe2\x80\xa6 and 2 more: git session report (esc)
  
  Near their date  git session update ID --expires DATE
    2025-11-22_other_c19f03  expired 2 days ago
    2025-11-22_other_7b89de  expires in 9 days
  $ git -c protocol.file.allow=always submodule --quiet add "$PWD" parts
  $ cd parts && git session | sed "s|of .*/status.t|of .../status.t|"
  Session 2025-11-22_feature-proj-123-invoices_a3f42c (active)
    PROJ-123, Invoice Automation, engineering
    Found: your only open session on branch feature/PROJ-123-invoices
    Folder: output/sessions/ada-lovelace/2025-11-22_feature-proj-123-invoices_a3f42c/
    Expires 2026-05-22, in 181 days (project)
    1 output
    Sessions here belong to this submodule of .../status.t/repository
  
  Not recorded  git session add FILE
    2025-11-22_09-00-00_plan_cs-architect.md
  $ git session create --team engineering --project Part | grep 'Session ID'
  This is a submodule: the session belongs to it, not to the repository around it
  Session ID: 2025-11-22_feature-proj-123-invoices_7b89de

Metadata that cannot be read is named.

  $ cd .. && rm .gitignore && echo "schema: [" > "$(git session current --path)/.session-metadata.yaml"
  $ git session status | head -n 8
  Session 2025-11-22_feature-proj-123-invoices_6b07f4
    Found: set by create or use on branch feature/PROJ-123-invoices
    Folder: output/sessions/ada-lovelace/2025-11-22_feature-proj-123-invoices_6b07f4/
    8 outputs
    1 problem, line 2: not valid YAML: did not find expected node content (git session doctor)
  
  Not committed  git session commit
    new  .session-metadata.yaml
