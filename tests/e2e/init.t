init prepares a repository for sessions. `--dry-run` says what it would make.

  $ . "$TESTDIR/setup.sh"
  $ make_repository
  $ git session init --dry-run
  would be made:    output/sessions/.gitkeep
  would be made:    output/archive/.gitkeep
  would be made:    output/shared/promoted-to-confluence/.gitkeep
  would be made:    output/shared/team-resources/marketing/.gitkeep
  would be made:    output/shared/team-resources/product/.gitkeep
  would be made:    output/shared/team-resources/engineering/.gitkeep
  would be made:    output/shared/team-resources/delivery/.gitkeep
  would be made:    output/README.md
  would be made:    output/.gitignore
  would be made:    .gitattributes
  $ git status --short
  $ git session init
  made:    output/sessions/.gitkeep
  made:    output/archive/.gitkeep
  made:    output/shared/promoted-to-confluence/.gitkeep
  made:    output/shared/team-resources/marketing/.gitkeep
  made:    output/shared/team-resources/product/.gitkeep
  made:    output/shared/team-resources/engineering/.gitkeep
  made:    output/shared/team-resources/delivery/.gitkeep
  made:    output/README.md
  made:    output/.gitignore
  made:    .gitattributes
  Commit these files, so that colleagues have them too
  $ cat output/README.md
  # Work sessions
  
  What AI agents and people produce while they work on something (reviews, analyses, plans, reports)
  lies here, beside the code it is about. Every piece of work is a session: a folder with a metadata
  file that says who, what for and until when, and the outputs made in it.
  
  | folder | holds |
  |---|---|
  | `sessions/{user}/{date}_{branch}_{hex}/` | the sessions people work in |
  | `archive/{user}/` | sessions that are over; still tracked, listed and searchable |
  | `shared/promoted-to-confluence/` | copies of what was shared there |
  | `shared/team-resources/{team}/` | what a team keeps for itself |
  
  Everything is plain files, so reading needs no tool. `.session-metadata.yaml` in a session may be
  edited by hand. With git-session installed:
  
      git session create --ticket PROJ-123     start a session
      git session list                         who works on what
      git session search --ticket PROJ-123     find sessions again
      git session report ID                    what came out of one
  
  Commit sessions with the work they belong to. Do not put secrets here.
  $ cat output/.gitignore
  # Litter of editors and systems; sessions themselves are tracked.
  .DS_Store
  Thumbs.db
  desktop.ini
  *~
  *.swp
  *.swo
  .#*
  \#*#
  .idea/
  .vscode/
  # What git-session leaves when it is killed in the middle of a write.
  .session-metadata.yaml.*
  .promotion-metadata.yaml.*
  .incoming-*
  .unfinished-session/
  $ cat .gitattributes
  # >>> git-session >>>
  output/** linguist-generated gitlab-generated -text
  # <<< git-session <<<

It may be repeated: what is there stays as it is, what is missing is made.

  $ git session init
  There is nothing to make
  $ rm output/.gitignore && rmdir output/archive/ 2>/dev/null; rm -r output/archive
  $ git session init
  made:    output/archive/.gitkeep
  made:    output/.gitignore
  Commit these files, so that colleagues have them too

Our own leftovers are not committed; an empty folder is.

  $ git add output .gitattributes && git status --short
  A  .gitattributes
  A  output/.gitignore
  A  output/README.md
  A  output/archive/.gitkeep
  A  output/sessions/.gitkeep
  A  output/shared/promoted-to-confluence/.gitkeep
  A  output/shared/team-resources/delivery/.gitkeep
  A  output/shared/team-resources/engineering/.gitkeep
  A  output/shared/team-resources/marketing/.gitkeep
  A  output/shared/team-resources/product/.gitkeep
  $ git commit --quiet --message "Prepare sessions"
  $ git session create -q --team engineering --project X
  2025-11-22_main_a3f42c
  $ touch output/sessions/ada-lovelace/2025-11-22_main_a3f42c/.session-metadata.yaml.tmp
  $ git status --short --untracked-files=all
  ?? output/sessions/ada-lovelace/2025-11-22_main_a3f42c/.session-metadata.yaml

Outputs keep their bytes and fold away in pull requests.

  $ git check-attr text linguist-generated -- output/sessions/a.md
  output/sessions/a.md: text: unset
  output/sessions/a.md: linguist-generated: set

Files that somebody else wrote are never replaced. In .gitattributes only the marked lines are ours.

  $ git init --quiet ../other && cd ../other && mkdir output
  $ echo "# Our own words" >output/README.md
  $ printf '*.png binary\r\n*.md text' >.gitattributes
  $ git session init
  made:    output/sessions/.gitkeep
  made:    output/archive/.gitkeep
  made:    output/shared/promoted-to-confluence/.gitkeep
  made:    output/shared/team-resources/marketing/.gitkeep
  made:    output/shared/team-resources/product/.gitkeep
  made:    output/shared/team-resources/engineering/.gitkeep
  made:    output/shared/team-resources/delivery/.gitkeep
  warning: output/README.md was not written by git session init and stays as it is
  made:    output/.gitignore
  changed: .gitattributes
  Commit these files, so that colleagues have them too
  $ cat output/README.md
  # Our own words
  $ cat -A .gitattributes
  *.png binary^M$
  *.md text^M$
  # >>> git-session >>>^M$
  output/** linguist-generated gitlab-generated -text^M$
  # <<< git-session <<< (no-eol)
  $ git session init --no-quiet-output
  warning: output/README.md was not written by git session init and stays as it is
  changed: .gitattributes
  Commit these files, so that colleagues have them too
  $ cat -A .gitattributes
  *.png binary^M$
  *.md text (no-eol)
  $ git session init
  warning: output/README.md was not written by git session init and stays as it is
  changed: .gitattributes
  Commit these files, so that colleagues have them too
  $ sed -i 's/linguist-generated/linguist-vendored/' .gitattributes
  $ printf '\r\n*.svg text\r\n' >>.gitattributes
  $ git session init -q
  warning: output/README.md was not written by git session init and stays as it is
  $ cat -A .gitattributes
  *.png binary^M$
  *.md text^M$
  # >>> git-session >>>^M$
  output/** linguist-generated gitlab-generated -text^M$
  # <<< git-session <<<^M$
  *.svg text^M$

Without our lines a file that held nothing else is gone again.

  $ git init --quiet ../bare-words && cd ../bare-words
  $ git session init -q
  $ git session init --no-quiet-output
  removed: .gitattributes
  Commit these files, so that colleagues have them too
  $ ls -A
  .git
  output

Broken marks are not guessed about; nothing is written then.

  $ git init --quiet ../broken && cd ../broken
  $ echo '# >>> git-session >>>' >.gitattributes
  $ git session init
  git session: .gitattributes: the block of git-session has no end
  hint: remove the lines of git-session from .gitattributes and repeat
  [1]
  $ printf '# >>> git-session >>>\n# <<< git-session <<<\n# <<< git-session <<<\n' >.gitattributes
  $ git session init --json
  {"schema":1,"error":{"kind":"invalid_data","message":".gitattributes: the block of git-session ends where none is","hint":"remove the lines of git-session from .gitattributes and repeat","line":3}}
  [1]
  $ ls -A
  .git
  .gitattributes

`--quiet-search` keeps ripgrep and fd out. The root and its name are followed.

  $ git init --quiet ../moved && cd ../moved
  $ git config session.root "docs/[work] !"
  $ git config session.teams design,research
  $ git session init --quiet-search
  made:    docs/[work] !/sessions/.gitkeep
  made:    docs/[work] !/archive/.gitkeep
  made:    docs/[work] !/shared/promoted-to-confluence/.gitkeep
  made:    docs/[work] !/shared/team-resources/design/.gitkeep
  made:    docs/[work] !/shared/team-resources/research/.gitkeep
  made:    docs/[work] !/README.md
  made:    docs/[work] !/.gitignore
  made:    .gitattributes
  made:    .ignore
  Commit these files, so that colleagues have them too
  $ cat .gitattributes .ignore
  # >>> git-session >>>
  "docs/\\[work] !/**" linguist-generated gitlab-generated -text
  # <<< git-session <<<
  # >>> git-session >>>
  /docs/\[work] !/
  # <<< git-session <<<
  $ git check-attr text -- "docs/[work] !/sessions/a.md" docs/w/a.md
  docs/[work] !/sessions/a.md: text: unset
  docs/w/a.md: text: unspecified
  $ cp .ignore .gitignore && git check-ignore -v "docs/[work] !/x"
  .gitignore:2:/docs/\\[work] !/\tdocs/[work] !/x (esc)
  $ git session init
  warning: git ignores sessions (.gitignore:2:/docs/\[work] !/): they cannot be committed
  There is nothing to make
  $ rm .gitignore

`--scripts` makes a launcher, so that older instructions to agents keep working word for word.

  $ git init --quiet -b main ../launcher && cd ../launcher
  $ git session init -q --scripts
  $ python3 scripts/session_manager.py create --project X --team engineering | head -n 2
  Session created: output/sessions/ada-lovelace/2025-11-22_main_a3f42c/
  Session ID: 2025-11-22_main_a3f42c
  $ ./scripts/session_manager.py current | grep 'Session ID'
  Session ID: 2025-11-22_main_a3f42c
  $ ./scripts/session_manager.py frobnicate
  session_manager: unknown verb 'frobnicate'
  hint: see session_manager help --all
  [2]
  $ PATH=:.:/usr/bin:/bin ./scripts/session_manager.py current
  session_manager: git-session is not installed, or not in PATH
  [127]
  $ echo "print('the one before')" >scripts/session_manager.py
  $ git session init --scripts
  warning: scripts/session_manager.py was not written by git session init and stays as it is; to have ours, move it away and repeat
  There is nothing to make

Links in the way are refused; so are teams that cannot be folders.

  $ git init --quiet ../links && cd ../links && mkdir ../target
  $ ln -s ../target output
  $ git session init
  git session: '*/init.t/links/output/sessions' is or passes through a symbolic link (glob)
  hint: git session doctor lists what is out of place
  [5]
  $ rm output && echo precious >../precious && ln -s ../precious .gitattributes
  $ git session init
  git session: '*/init.t/links/.gitattributes' is or passes through a symbolic link (glob)
  hint: git session doctor lists what is out of place
  [5]
  $ cat ../precious && rm .gitattributes && ls -A ../target
  precious
  $ git -c session.teams=../target session init
  git session: session.teams has '../target', which cannot be a folder
  hint: git session config shows where it is set
  [1]
  $ git -c session.teams=.git session init
  git session: session.teams has '.git', which cannot be a folder
  hint: git session config shows where it is set
  [1]
  $ touch output
  $ git session init
  git session: '*/init.t/links/output/sessions' is not a directory (glob)
  hint: git session doctor lists what is out of place
  [5]
  $ rm output && mkdir output && echo mine >output/README.md.tmp
  $ git session init
  git session: 'output/README.md.tmp' is in the way
  hint: move it away; it may be left over from a git session init that was killed
  [1]
  $ ls -A . output
  .:
  .git
  output
  
  output:
  README.md.tmp

For programs:

  $ git init --quiet ../programs && cd ../programs && echo output/ >.gitignore
  $ git session init --json --dry-run
  warning: git ignores sessions (.gitignore:1:output/): they cannot be committed
  {"schema":1,"dry_run":true,"files":[{"path":"output/sessions/.gitkeep","action":"made"},{"path":"output/archive/.gitkeep","action":"made"},{"path":"output/shared/promoted-to-confluence/.gitkeep","action":"made"},{"path":"output/shared/team-resources/marketing/.gitkeep","action":"made"},{"path":"output/shared/team-resources/product/.gitkeep","action":"made"},{"path":"output/shared/team-resources/engineering/.gitkeep","action":"made"},{"path":"output/shared/team-resources/delivery/.gitkeep","action":"made"},{"path":"output/README.md","action":"made"},{"path":"output/.gitignore","action":"made"},{"path":".gitattributes","action":"made"}],"ignored_by":".gitignore:1:output/"}
