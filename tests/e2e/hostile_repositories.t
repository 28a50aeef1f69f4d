A repository cannot make us run a program: not by what is embedded, not by names, not by PATH.

  $ . "$TESTDIR/setup.sh"
  $ make_session
  $ folder=$PWD/output/sessions/ada-lovelace/$id
  $ fired() { find "$TMPDIR" -name 'PWNED*' -delete -print | sed 's/^.*\//fired: /'; }

A bare repository among the outputs, whose settings name programs:

  $ git init --quiet --bare $folder/evil
  $ cat >>$folder/evil/config <<END
  > 	fsmonitor = "touch $TMPDIR/PWNED; false"
  > 	pager = "touch $TMPDIR/PWNED; cat"
  > 	hooksPath = $folder/evil/hooks
  > 	worktree = $folder
  > [pager]
  > 	session = "touch $TMPDIR/PWNED; cat"
  > [session]
  > 	root = elsewhere
  > END
  $ printf '#!/bin/sh\ntouch $TMPDIR/PWNED\n' >$folder/evil/hooks/pre-commit && chmod +x $folder/evil/hooks/pre-commit

Git itself would run one of them there:

  $ (cd $folder/evil && git status >/dev/null 2>&1); fired

  $ for place in evil evil/refs/heads; do
  >   for command in status 'list --json' env init doctor commit 'create --project X --team engineering'; do
  >     (cd $folder/$place && git-session $command >$TMPDIR/said 2>&1 && echo "went on: $command")
  >   done
  > done; fired
  $ (cd $folder/evil && on_terminal git-session list) | sed "s#$PWD#TOP#"; fired
  git session: this is a bare repository; sessions need a work tree
  hint: cd TOP
  $ git session doctor
  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/evil: error: a git repository lies in the session; git run there may obey its settings [embedded-repository]
  1 session checked: 1 error
  [1]
  $ git session commit && git show --name-only --format=; fired
  warning: not committed: evil/: a git repository
  [feature/invoice-automation 3a77c7c] docs(session): update Invoice Automation session
  1 file of session 2025-11-22_feature-invoice-automation_a3f42c
  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml

One with a work tree of its own, as a tool may leave it:

  $ rm -rf $folder/evil && git init --quiet $folder/inner && echo x >$folder/inner/x.md
  $ git -C $folder/inner add x.md && git -C $folder/inner commit --quiet --message x
  $ git -C $folder/inner config core.fsmonitor "touch $TMPDIR/PWNED; false"
  $ printf '#!/bin/sh\ntouch $TMPDIR/PWNED\n' | tee $folder/inner/.git/hooks/pre-commit >$folder/inner/.git/hooks/post-index-change
  $ chmod +x $folder/inner/.git/hooks/p*-c*
  $ echo y >>$folder/inner/x.md
  $ git session status; git session commit; git session doctor; git session archive --quiet; fired
  Session 2025-11-22_feature-invoice-automation_a3f42c (active)
    Invoice Automation, engineering
    Found: set by create or use on branch feature/invoice-automation
    Folder: output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/
    Expires 2026-05-22, in 181 days (project)
    0 outputs
  
  Left out of commits
    inner/  a git repository
  warning: not committed: inner/: a git repository
  Nothing to commit in 2025-11-22_feature-invoice-automation_a3f42c
  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/inner/.git: error: a git repository lies in the session; git does not commit its files [embedded-repository]
  1 session checked: 1 error
  $ git session restore --quiet $id && rm -rf $folder/inner

A committed .gitsession knows five harmless keys; it includes nothing and names no program:

  $ cat >.gitsession <<'END'
  > [include]
  > 	path = ../evil.config
  > [core]
  > 	fsmonitor = "touch PWNED"
  > [alias]
  > 	status = "!touch PWNED"
  > [session]
  > 	team = "$(touch PWNED)"
  > 	user = grace
  > END
  $ printf '[session]\n\tproject = INCLUDED\n' >evil.config
  $ git session config 2>&1 | cut -f1,2 | grep '\(team\|project\|user\|include\|core\|alias\)'; fired
  session.user\tAda Lovelace (esc)
  session.team\t$(touch PWNED) (esc)
  session.project\t (esc)
  session.teams\tmarketing,product,engineering,delivery (esc)
  session.capture.include\t*.md,*.markdown,*.txt,*.json,*.csv,*.svg,*.png (esc)
  session.retention.project\t6m (esc)
  session.mail.user\t (esc)
  session.confluence.user\t (esc)
  session.jira.user\t (esc)
  include.path\t (esc)
  core.fsmonitor\t (esc)
  alias.status\t (esc)
  session.user\t (esc)
  $ printf '[session\n' >.gitsession && git session list 2>&1 | cut -f1
  warning: .gitsession is ignored: '.gitsession' is not git configuration: bad config line 1 in standard input
  2025-11-22_feature-invoice-automation_a3f42c
  $ head -c 100000 /dev/zero >.gitsession && git session list 2>&1 | cut -f1 | sed "s#$PWD#TOP#"
  warning: .gitsession is ignored: 'TOP/.gitsession' is larger than 66 KB
  2025-11-22_feature-invoice-automation_a3f42c
  $ rm .gitsession evil.config

The git that runs comes from an absolute entry of PATH:

  $ cat >git <<'END'
  > #!/bin/sh
  > touch "$TMPDIR/PWNED-by-path"
  > END
  $ chmod +x git && cp git $folder/
  $ program=$(command -v git-session)
  $ for path in ":$PATH" ".:$PATH" ":.:$PATH" "output/..:./:$PATH" "../repository:$PATH"; do
  >   (PATH=$path; "$program" list >/dev/null; cd $folder && "$program" list >/dev/null)
  > done; fired
  $ (PATH=:.:output/..; "$program" list)
  git session: there is no git program in the directories of PATH
  hint: apt-get install git
  [1]
  $ rm git $folder/git

Branches that a shell would obey are only text; what env prints is safe to evaluate:

  $ for branch in 'x$(touch${IFS}PWNED)' -x --help 'a|touch' 'a`touch`' 'a;touch' "it's" 'a"b' 'refs/heads/x'; do
  >   git update-ref "refs/heads/$branch" HEAD && git symbolic-ref HEAD "refs/heads/$branch"
  >   git session create --project "$branch" --ticket "$branch" --team engineering --quiet >/dev/null
  >   eval "$(git session env)" && [ -d "$CLAUDE_SESSION_DIR" ] || echo "no folder for $branch"
  >   unset CLAUDE_SESSION_DIR
  >   git session commit >/dev/null 2>&1; git log -1 --format=%s
  > done; fired
  docs(session): update x$(touch${IFS}PWNED) session
  docs(session): update -x session
  docs(session): update --help session
  docs(session): update a|touch session
  docs(session): update a`touch` session
  docs(session): update a;touch session
  docs(session): update it's session
  docs(session): update a"b session
  docs(session): update refs/heads/x session
  $ git symbolic-ref HEAD refs/heads/main && git reset --quiet --hard feature/invoice-automation

Nor are file names options or patterns to git:

  $ git session create --project Files --team engineering --quiet >/dev/null && id=$(git session current --id)
  $ folder=output/sessions/ada-lovelace/$id
  $ echo bystander >bystander.md
  $ (cd $folder && for name in -rf --all ':(exclude)a' ':!b' '*' '[a-z]*' 'a"b' 'a\b' $'line\nbreak' $'cr\r' '$(touch PWNED)' '~' '#x'; do echo x >"./$name"; done)
  $ git session commit; fired
  [main f607fcb] docs(session): add Files outputs
  14 files of session 2025-11-22_main_7b89de
  $ git show --name-only --format= | sort
  "output/sessions/ada-lovelace/2025-11-22_main_7b89de/a\"b"
  "output/sessions/ada-lovelace/2025-11-22_main_7b89de/a\\b"
  "output/sessions/ada-lovelace/2025-11-22_main_7b89de/cr\r"
  "output/sessions/ada-lovelace/2025-11-22_main_7b89de/line\nbreak"
  output/sessions/ada-lovelace/2025-11-22_main_7b89de/#x
  output/sessions/ada-lovelace/2025-11-22_main_7b89de/$(touch PWNED)
  output/sessions/ada-lovelace/2025-11-22_main_7b89de/*
  output/sessions/ada-lovelace/2025-11-22_main_7b89de/--all
  output/sessions/ada-lovelace/2025-11-22_main_7b89de/-rf
  output/sessions/ada-lovelace/2025-11-22_main_7b89de/.session-metadata.yaml
  output/sessions/ada-lovelace/2025-11-22_main_7b89de/:!b
  output/sessions/ada-lovelace/2025-11-22_main_7b89de/:(exclude)a
  output/sessions/ada-lovelace/2025-11-22_main_7b89de/[a-z]*
  output/sessions/ada-lovelace/2025-11-22_main_7b89de/~
  $ git status --short
  ?? bystander.md
  $ git session archive --quiet && git session commit $id && git status --short; fired
  [main 31a8375] chore(session): archive Files
  28 files of session 2025-11-22_main_7b89de
  ?? bystander.md

So are folders of users and sessions whose names look like options:

  $ mkdir -p output/sessions/-rf/--help && echo x >output/sessions/-rf/--help/x.md
  $ git session archive --quiet -- -rf/--help && git session restore --quiet output/archive/-rf/--help
  $ git session commit -- -rf/--help; fired
  [main a3c719f] docs(session): add --help outputs
  1 file of session --help

Metadata that names a file of git's, hidden files or drafts as lost outputs, with the content to bring back:

  $ cd .. && make_repository pulled && make_session
  $ folder=output/sessions/ada-lovelace/$id
  $ blob=$(printf '[core]\n\tfsmonitor = "touch %s/PWNED; false"\n' "$TMPDIR" | git hash-object -w --stdin)
  $ for file in .git/config .GIT/config in/.git/config git~1/config ./.git/config .hidden in/.envrc drafts/x.md plan.md; do
  >   printf '  - file: %s\n    agent: x\n    blob: %s\n' "$file" $blob
  > done >outputs && sed -i -e 's/^outputs: .*/outputs:/' -e '/^outputs:/r outputs' $folder/.session-metadata.yaml
  $ git session doctor --fix missing-output --yes 2>/dev/null | sed "s/^.*$id.//; s/ $blob / BLOB /"
  plan.md: bring back BLOB from git [missing-output]
  .session-metadata.yaml:36: not mended: a file of that name is no output [missing-output]
  .session-metadata.yaml:39: not mended: a file of that name is no output [missing-output]
  .session-metadata.yaml:42: not mended: a file of that name is no output [missing-output]
  $ find $folder -type f | sed "s/^.*$id.//"; (cd $folder && git status >/dev/null 2>&1); fired
  .session-metadata.yaml
  plan.md
