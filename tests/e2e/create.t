create starts a session: a folder with its metadata. It becomes the current session.

  $ . "$TESTDIR/setup.sh"
  $ make_repository repository feature/PROJ-123-invoice-automation
  $ git session create --project "Invoice Automation" --team engineering
  Session created: output/sessions/ada-lovelace/2025-11-22_feature-proj-123-invoice-autom_a3f42c/
  Session ID: 2025-11-22_feature-proj-123-invoice-autom_a3f42c
  export CLAUDE_SESSION_DIR=*/create.t/repository/output/sessions/ada-lovelace/2025-11-22_feature-proj-123-invoice-autom_a3f42c (glob)
  $ git session current --id
  2025-11-22_feature-proj-123-invoice-autom_a3f42c
  $ cat output/sessions/*/*/.session-metadata.yaml
  # Made by git-session. Edit it by hand or with: git session update
  schema: 1
  session_id: "2025-11-22_feature-proj-123-invoice-autom_a3f42c"
  created_at: "2025-11-22T08:15:30Z"
  created_by:
    user: "ada-lovelace"
    email: "ada@example.com"
    team: "engineering"
  context:
    branch: "feature/PROJ-123-invoice-automation"
    ticket: "PROJ-123"
    project: "Invoice Automation"
    sprint: ""
    epic: ""
    release: ""
  status:
    current: "active"
    closed_at: null
    archived_at: null
  outputs: []
  stakeholders: []
  retention:
    policy: "project"
    expires_at: "2026-05-22"
    reason: "Project retention policy"
  links:
    jira: ""
    confluence: ""
    onedrive: ""
    github_pr: ""
  tags: []
  notes: ""

The ticket came from the branch. Nothing was committed or staged, and nothing else was made.

  $ git status --short --untracked-files=all
  ?? output/sessions/ada-lovelace/2025-11-22_feature-proj-123-invoice-autom_a3f42c/.session-metadata.yaml

Every field can be told. With -q the id alone is printed.

  $ git session create -q --project "Q4 Sprint 3 Planning" --team product --ticket PROJ-200 \
  >   --retention sprint --sprint 2025-Q4-Sprint-3 --epic PROJ-7 --release 2.1 \
  >   --branch feature/planning --tag planning --tag q4 --note "First draft on Friday" \
  >   --stakeholder "Sarah Chen <sarah@example.com> (product owner)" \
  >   --link jira=https://jira.example.com/PROJ-200 --link wiki=https://wiki.example.com/1
  2025-11-22_feature-planning_7b89de
  $ sed -n '/^context/,$p' "$(git session current --path)/.session-metadata.yaml"
  context:
    branch: "feature/planning"
    ticket: "PROJ-200"
    project: "Q4 Sprint 3 Planning"
    sprint: "2025-Q4-Sprint-3"
    epic: "PROJ-7"
    release: "2.1"
  status:
    current: "active"
    closed_at: null
    archived_at: null
  outputs: []
  stakeholders:
    - name: "Sarah Chen"
      role: "product owner"
      email: "sarah@example.com"
  retention:
    policy: "sprint"
    expires_at: "2025-12-13"
    reason: "Sprint retention policy"
  links:
    jira: "https://jira.example.com/PROJ-200"
    confluence: ""
    onedrive: ""
    github_pr: ""
    "wiki": "https://wiki.example.com/1"
  tags:
    - "planning"
    - "q4"
  notes: "First draft on Friday"

Words are kept as they are, whatever they look like in YAML.

  $ git session create -q --team product --project ': "{[#x' --note $'two\nlines' --tag no
  2025-11-22_feature-proj-123-invoice-autom_c19f03
  $ grep -A6 -e '  project' -e '^tags' "$(git session current --path)/.session-metadata.yaml"
    project: ": \"{[#x"
    sprint: ""
    epic: ""
    release: ""
  status:
    current: "active"
    closed_at: null
  --
  tags:
    - "no"
  notes: |-
    two
    lines

Team and project may come from git's configuration; a team is found in any case.

  $ git session create
  git session: no team given
  hint: give --team TEAM, or git config session.team TEAM (marketing, product, engineering, delivery)
  [2]
  $ git config session.team Engineering
  $ git session create
  git session: no project given
  hint: give --project NAME, or git config session.project NAME
  [2]
  $ git config session.project "Invoice Automation"
  $ git session create -q
  2025-11-22_feature-proj-123-invoice-autom_c4f88a

On a terminal they are asked for.

  $ git config --unset session.team
  $ printf 'sales\nproduct\n' | script --quiet --return --command "git session create -q" /dev/null |
  >   grep -o -e "Team (.*)" -e "'sales' is.*" -e "20.*" | tr -d '\r' | sort -u
  'sales' is none of the choices
  2025-11-22_feature-proj-123-invoice-autom_5d2e61
  Team (marketing, product, engineering, delivery)

A team has to be known, a policy and a day too.

  $ git session create --team sales
  git session: there is no team 'sales'; there are marketing, product, engineering, delivery
  hint: git config session.teams marketing,product,engineering,delivery,sales makes it one
  [2]
  $ git session create --team product --retention forever
  git session: 'forever' is no value for --retention
  hint: --retention takes one of: project, sprint, temporary, permanent, hold; or a length such as 90d, 12w, 6m, 1y
  [2]
  $ git session create --team product --expires tomorrow
  git session: 'tomorrow' is no day
  hint: write --expires YYYY-MM-DD, or --retention permanent for never
  [2]
  $ git session create --team product --retention permanent --expires 2026-01-01
  git session: a session kept for good has no day on which it expires
  hint: leave out --expires or --retention permanent
  [2]
  $ git session create --team product --stakeholder "<nobody>"
  git session: '<nobody>' names no stakeholder: 'nobody' is no e-mail address
  hint: write it as 'Sarah Chen <sarah@example.com> (product owner)'
  [2]
  $ git session create --team product --link jira
  git session: --link 'jira' has no '='
  hint: --link key=value
  [2]
  $ git session create --team product --project ''
  git session: the project has no name
  hint: give --project NAME
  [2]
  $ git session create --team product --tag $'\xff'
  git session: the tag '\xff' is not UTF-8
  [2]

A day of one's own, with the reason. A day in the past is allowed, and said.

  $ git session create --team product --expires 2026-12-31 --reason "Until the retrospective" --json |
  >   python3 -c 'import json, sys; print(json.load(sys.stdin)["retention"])'
  {'policy': 'project', 'expires_at': '2026-12-31', 'reason': 'Until the retrospective', 'before_hold': None}
  $ git session create --team product --expires 2025-01-01 -q
  warning: this session expired on 2025-01-01 already
  2025-11-22_feature-proj-123-invoice-autom_e8139a


`--reuse` takes the open session of the same user, branch and ticket, so it is safe to repeat; it
asks for nothing then. Many at once still make only one.

  $ export GIT_SESSION_TEST_RANDOM=$(printf '0%05d' $(seq 20))
  $ git config --unset session.project
  $ git checkout --quiet -b feature/reuse
  $ git session create --reuse --team product --project Once -q >first
  $ git session create --reuse
  Session reused: output/sessions/ada-lovelace/2025-11-22_feature-reuse_000001/
  Session ID: 2025-11-22_feature-reuse_000001
  export CLAUDE_SESSION_DIR=*/create.t/repository/output/sessions/ada-lovelace/2025-11-22_feature-reuse_000001 (glob)
  $ for i in 1 2 3 4 5 6 7 8; do
  >   git session create --reuse --ticket PROJ-9 --team product --project Once -q >>many &
  > done; wait
  $ sort many | uniq | wc -l
  1
  $ git session create --reuse --ticket PROJ-10 --team product --project Once -q >second
  $ cat first many second | sort -u | wc -l
  3

`--no-use` leaves the current session alone.

  $ cmp <(git session current --id) second && echo the second
  the second
  $ git session create --no-use --team product --project Aside -q >third
  $ cmp <(git session current --id) second && echo the second
  the second

A GIT_SESSION in the environment outranks what create sets.

  $ GIT_SESSION=c19f03 git session create -q --team product --project Pinned >/dev/null
  warning: 2025-11-22_feature-proj-123-invoice-autom_c19f03 stays current here: from GIT_SESSION

Where git ignores the folder, create says so: nobody else will see the session.

  $ echo /output/ >.gitignore
  $ git session create -q --team product --project Hidden >/dev/null
  warning: git ignores this session (.gitignore:1:/output/): it cannot be committed
  $ rm .gitignore

Where the git directory cannot be written, the session is made all the same.

  $ mv .git/session .git/session.aside && touch .git/session
  $ git session create --team product --project Sandboxed >printed
  warning: the git directory cannot be written, so nothing remembers this session: give --session, or run the export line
  $ tail -n 1 printed | cut -d / -f 1
  export CLAUDE_SESSION_DIR=
  $ eval "$(tail -n 1 printed)"
  $ git session current | grep -e Source
  Source: env (from CLAUDE_SESSION_DIR)
  $ unset CLAUDE_SESSION_DIR
  $ rm .git/session && mv .git/session.aside .git/session

A repository without commits, and a detached HEAD:

  $ git init --quiet --initial-branch=trunk "$TESTDIR/unborn" && cd "$TESTDIR/unborn"
  $ git session create -q --team product --project First
  2025-11-22_trunk_000001
  $ cd - >/dev/null && git checkout --quiet --detach
  $ git session create -q --team product --project Look | sed -E 's/_detached-[0-9a-f]{7}_/_detached-COMMIT_/'
  2025-11-22_detached-COMMIT_000008
  $ git session current | grep Source | sed -E 's/detached-[0-9a-f]{7}/detached-COMMIT/'
  Source: pointer (set by create or use on branch detached-COMMIT)

Without a name for git, the login names the folder; the e-mail address stays empty.

  $ git checkout --quiet main
  $ HOME=/nonexistent GIT_CONFIG_GLOBAL=/dev/null git session create --team product --project Anonymous |
  >   sed -n 's/_main.*//p'
  Session created: output/sessions/ada/2025-11-22
  Session ID: 2025-11-22
  export CLAUDE_SESSION_DIR=*/create.t/repository/output/sessions/ada/2025-11-22 (glob)
  $ grep -A3 created_by output/sessions/ada/*/.session-metadata.yaml
  created_by:
    user: "ada"
    email: ""
    team: "product"

In a subfolder, and with a root of one's own:

  $ mkdir -p source/parts && cd source/parts
  $ git -c session.root=docs/work session create --team product --project Elsewhere |
  >   sed -n 's/_main.*//p'
  Session created: docs/work/sessions/ada-lovelace/2025-11-22
  Session ID: 2025-11-22
  export CLAUDE_SESSION_DIR=*/create.t/repository/docs/work/sessions/ada-lovelace/2025-11-22 (glob)
  $ cd ../..

Outside a repository, in a bare one, and where only GIT_DIR says that this is one:

  $ mkdir "$TESTDIR/empty" && (cd "$TESTDIR/empty" && git session create --team product --project X)
  git session: '*/empty' is not in a git repository (glob)
  hint: git init
  [1]
  $ git clone --quiet --bare . "$TESTDIR/bare.git"
  $ (cd "$TESTDIR/bare.git" && git session create --team product --project X)
  git session: this is a bare repository; sessions need a work tree
  hint: git worktree add ../worktree
  [5]
  $ (cd "$TESTDIR/empty" && GIT_DIR="$TESTDIR/unborn/.git" git session create --team product --project X)
  git session: GIT_DIR is set, and nothing shows that '*/empty' is the top level of a checkout (glob)
  hint: set GIT_WORK_TREE to it, or unset GIT_DIR
  [5]
  $ ls -A "$TESTDIR/empty"

A link in place of the folder is not followed.

  $ mkdir "$TESTDIR/elsewhere" && git init --quiet "$TESTDIR/linked" && cd "$TESTDIR/linked"
  $ ln -s ../elsewhere output
  $ git session create --team product --project X
  git session: '*/linked/output/sessions' is or passes through a symbolic link (glob)
  hint: git session doctor lists what is out of place
  [5]
  $ ls -A "$TESTDIR/elsewhere"
