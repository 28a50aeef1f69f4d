A session, or one output, for the eye.

  $ . "$TESTDIR/setup.sh"
  $ make_repository
  $ id=2025-11-20_invoices_a3f42c
  $ folder=output/sessions/ada/$id
  $ mkdir -p $folder/sub $folder/drafts output/archive/ada/2025-10-01_old_c19f03
  $ cat >$folder/.session-metadata.yaml <<'END'
  > session_id: "2025-11-20_invoices_a3f42c"
  > created_at: "2025-11-20T08:00:00Z"
  > created_by: {user: "ada", email: "ada@example.com", team: "engineering"}
  > context: {branch: "feature/invoices", ticket: "PROJ-123", project: "Invoice Automation"}
  > status: {current: "active"}
  > outputs:
  >   - {file: "2025-11-20_09-00-00_review_cs-architect.md", agent: "cs-architect", type: "reviews", created_at: "2025-11-20T09:00:00Z", promoted: true}
  >   - {file: "gone.md"}
  >   - {file: "../../../../README.md"}
  > retention: {policy: "project", expires_at: "2025-11-21"}
  > notes: |
  >   First line
  > 
  >     indented
  > END
  $ printf '# Review\n\nA **bold** word.\n' >$folder/2025-11-20_09-00-00_review_cs-architect.md
  $ printf 'one\033[31m\ntwo' >$folder/sub/plan_cs-architect.txt
  $ printf '\211PNG\000rest' >$folder/logo.png
  $ echo draft >$folder/drafts/idea.md
  $ printf 'session_id: 2025-10-01_old_c19f03\n' >output/archive/ada/2025-10-01_old_c19f03/.session-metadata.yaml
  $ echo "# Old" >output/archive/ada/2025-10-01_old_c19f03/old.md
  $ find output -type f -exec touch -d 2025-11-21T10:00:00Z {} +

A session is a card on a terminal, and Markdown on a pipe.

  $ on_terminal git session show a3f4
  2025-11-20_invoices_a3f42c
  Project      Invoice Automation
  Ticket       PROJ-123
  Status       active
  Created      2025-11-20T08:00:00Z (2 days ago), ada (ada@example.com), team engineering
  Branch       feature/invoices
  Retention    project, until 2025-11-21 (expired yesterday)
  Folder       output/sessions/ada/2025-11-20_invoices_a3f42c/
  
  OUTPUT                                      AGENT         TYPE     CREATED       SIZE  STATE
  2025-11-20_09-00-00_review_cs-architect.md  cs-architect  reviews  1 day ago     27 B  promoted
  gone.md                                                                                missing
  ../../../../README.md                                                                  outside
  logo.png                                                           22 hours ago   9 B  not listed
  sub/plan_cs-architect.txt                   cs-architect           22 hours ago  12 B  not listed
  
    First line
  
      indented
  $ git session show a3f4 | head -4
  # Session 2025-11-20_invoices_a3f42c
  
  - **Project:** Invoice Automation
  - **Ticket:** PROJ-123
  $ git session show a3f4 --raw | head -2
  session_id: "2025-11-20_invoices_a3f42c"
  created_at: "2025-11-20T08:00:00Z"
  $ git session show a3f4 --json | head -c 60; echo
  {"schema":1,"session_id":"2025-11-20_invoices_a3f42c","creat

An output is set for reading on a terminal, and its bytes on a pipe. Any part of its name will do
that no other has.

  $ on_terminal git session show a3f4:review
  # Review
  
  A bold word.
  $ git session show a3f4:2025-11-20_09-00-00_review_cs-architect.md | cmp - $folder/2025-11-20_09-00-00_review_cs-architect.md
  $ git session show a3f4:architect
  git session: 'architect' can mean 2 outputs
    2025-11-20_09-00-00_review_cs-architect.md
    sub/plan_cs-architect.txt
  hint: name more of it
  [3]
  $ on_terminal git session show a3f4:plan
  one\x1b[31m
  two
  $ git session show a3f4:plan | cat -v; echo
  one^[[31m
  two
  $ on_terminal git session show a3f4:plan --raw
  one\x1b[31m
  two (no-eol)
  $ on_terminal git session show a3f4:logo.png
  logo.png: binary (png), 9 B
  $ git session show a3f4:logo.png | cmp - $folder/logo.png
  $ git session show a3f4:drafts/idea.md
  draft
  $ git session show c19f03:old.md
  # Old
  $ git session show a3f4:plan --json
  {"schema":1,"session_id":"2025-11-20_invoices_a3f42c","path":"output/sessions/ada/2025-11-20_invoices_a3f42c/sub/plan_cs-architect.txt","output":{"file":"sub/plan_cs-architect.txt","agent":"cs-architect","type":null,"created_at":"2025-11-21T10:00:00Z","promoted":false,"promoted_to":null,"title":null,"model":null,"chat":null,"blob":null,"supersedes":null,"draft":false,"command":null,"duration_ms":null,"exit_code":null,"link":null,"listed":false,"exists":true,"outside":false,"bytes":12},"content":"one\u001b[31m\ntwo"}
  $ git session show a3f4:logo.png --json | grep -o '"content":.*'
  "content":null}

In the current session the id may be left out; a path will do as well.

  $ export GIT_SESSION=a3f42c
  $ git session show :review | head -1
  # Review
  $ git session show plan | cat -v; echo
  one^[[31m
  two
  $ (cd $folder/sub && git session show ./plan_cs-architect.txt | cat -v); echo
  one^[[31m
  two
  $ git session show --session c19f03 old
  # Old
  $ git session show | head -1
  # Session 2025-11-20_invoices_a3f42c

What is not there, and what must not be opened.

  $ git session show a3f4:gone.md
  git session: 'gone.md' is listed, but the file is gone
  hint: git session report 2025-11-20_invoices_a3f42c shows what is there
  [1]
  $ git session show a3f4:nothing
  git session: session '2025-11-20_invoices_a3f42c' has no output 'nothing'
  hint: git session show 2025-11-20_invoices_a3f42c lists them
  [1]
  $ git session show nothing
  git session: no session matches 'nothing'
  hint: git session list --all shows every session
  [1]
  $ git session show a3f4:
  git session: no file is named behind the colon
  hint: git session show 2025-11-20_invoices_a3f42c lists the outputs
  [2]
  $ git session show a3f4:sub
  one\x1b[31m (esc)
  two (no-eol)
  $ git session show a3f4:../../../../README.md
  git session: '../../../../README.md' lies outside the session folder
  hint: open it yourself, if you trust what names it
  [5]
  $ git session show a3f4:/etc/passwd
  git session: '/etc/passwd' lies outside the session folder
  hint: open it yourself, if you trust what names it
  [5]
  $ git session show a3f4:sub/../logo.png
  git session: 'sub/../logo.png' lies outside the session folder
  hint: open it yourself, if you trust what names it
  [5]
  $ ln -s ../../../../README.md $folder/link.md
  $ git session show a3f4:link.md 2>&1 | sed "s,'.*/output,'output,"
  git session: 'output/sessions/ada/2025-11-20_invoices_a3f42c/link.md' is or passes through a symbolic link
  hint: git session doctor lists what is out of place
  $ ln -s / $folder/root
  $ git session show a3f4:root/etc/passwd --json | grep -o '"reason.*'
  "reason":"symbolic-link"}}
  $ git session show a3f4:root/etc/passwd >/dev/null 2>&1
  [5]
  $ mkfifo $folder/pipe
  $ git session show a3f4:pipe
  git session: session '2025-11-20_invoices_a3f42c' has no output 'pipe'
  hint: git session show 2025-11-20_invoices_a3f42c lists them
  [1]

Sessions that sparse checkout keeps out of the work tree are read from git.

  $ rm $folder/link.md $folder/root $folder/pipe
  $ git add --all && git commit --quiet --message "Sessions"
  $ git sparse-checkout set --no-cone '/*' '!/output/sessions/'
  $ ls output
  archive
  $ git session show a3f4:review
  # Review
  
  A **bold** word.
  $ git session report a3f4 | grep '^| [12]'
  | 1 | 2025-11-20_09-00-00_review_cs-architect.md | Review | cs-architect | reviews | 2025-11-20 09:00 | promoted |
  | 2 | gone.md |  |  |  |  | **missing** |
