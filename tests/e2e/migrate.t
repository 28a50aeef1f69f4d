migrate turns outputs from before sessions into sessions. Here is what such a repository has: folders by
kind, loose files, several authors, and things that are no outputs.

  $ . "$TESTDIR/setup.sh"
  $ make_repository
  $ mkdir -p output/architecture output/analysis output/reports/img output/logs
  $ by() { git -c "user.name=$1" -c "user.email=$2" commit --quiet --date "$3" --message "$4"; }
  $ echo "# Review" >output/architecture/2025-11-13_13-55-52_architecture-review_cs-architect.md
  $ echo "# Summary of the quarter: four plans, one budget" >summary.md
  $ git add --all && by "Grace Hopper" grace@example.com 2025-11-13T14:00:00Z "Review"
  $ git mv summary.md output/reports/plan.md && echo png >output/reports/img/chart.png
  $ echo "# Plan" >output/analysis/plan.md && echo "# Output" >output/README.md
  $ git add --all && by "Ada L." ada@example.com 2025-11-14T09:00:00Z "Plans"
  $ echo "not committed" >output/notes_cs-secops.txt && touch -d 2025-11-20T10:00:00Z output/notes_cs-secops.txt
  $ echo debug >output/logs/debug.log && ln -s /etc/passwd output/reports/link.md
  $ echo x >"$(printf 'output/reports/two\nlines.md')"

Without --execute it shows what would become of each file, and changes nothing. Who made a file is asked
of git, renames followed: the plan in reports was Grace's summary.

  $ git session migrate 2>notes
  output/sessions/ada-lovelace/2025-11-22_migration-legacy-outputs_a3f42c/  3 files, 25 B
    move  output/analysis/plan.md
    move  output/reports/img/chart.png -> img/chart.png
    move  output/notes_cs-secops.txt
  output/sessions/grace-hopper/2025-11-22_migration-legacy-outputs_7b89de/  2 files, 58 B
    move  output/architecture/2025-11-13_13-55-52_architecture-review_cs-architect.md
    move  output/reports/plan.md
  [4]
  $ cat notes
  warning: output/reports/link.md stays: a link, which is never followed
  warning: output/reports/two\x0alines.md stays: control characters in its name: rename it first
  Left, README.md: output/README.md
  Left, folders of another kind: output/logs/
  This would move 5 files into 2 sessions; --execute does it
  $ git status --short
  ?? notes
  ?? output/logs/
  ?? output/notes_cs-secops.txt
  ?? output/reports/link.md
  ?? "output/reports/two\nlines.md"
  $ find . -path ./.git -prune -o -print | sort >before && git ls-files --stage >index

Where nobody can be asked it wants to be told.

  $ git session migrate --execute
  git session: nobody is there to be asked
  hint: --execute --yes goes on unasked
  output/sessions/ada-lovelace/2025-11-22_migration-legacy-outputs_a3f42c/  3 files, 25 B
    move  output/analysis/plan.md
    move  output/reports/img/chart.png -> img/chart.png
    move  output/notes_cs-secops.txt
  output/sessions/grace-hopper/2025-11-22_migration-legacy-outputs_7b89de/  2 files, 58 B
    move  output/architecture/2025-11-13_13-55-52_architecture-review_cs-architect.md
    move  output/reports/plan.md
  [2]
  $ rm "$(printf 'output/reports/two\nlines.md')" output/reports/link.md
  $ find . -path ./.git -prune -o -print | sort >before && git ls-files --stage >index
  $ git session migrate --execute --yes 2>notes
  Moved: 5 files into 2 sessions
    output/sessions/ada-lovelace/2025-11-22_migration-legacy-outputs_a3f42c/  3 files
    output/sessions/grace-hopper/2025-11-22_migration-legacy-outputs_7b89de/  2 files
  $ cat notes
  Left, README.md: output/README.md
  Left, folders of another kind: output/logs/
  Noted in */.git/session/operations/1/operation: each old path, new path and content (glob)
  git session migrate --rollback takes it back
  Commit old and new places at once, so that git log --follow goes on: git add --all -- output && git commit

What git tracked is moved in its index, so the history follows.

  $ git status --short output | grep '^R'
  R  output/reports/img/chart.png -> output/sessions/ada-lovelace/2025-11-22_migration-legacy-outputs_a3f42c/img/chart.png
  R  output/analysis/plan.md -> output/sessions/ada-lovelace/2025-11-22_migration-legacy-outputs_a3f42c/plan.md
  R  output/architecture/2025-11-13_13-55-52_architecture-review_cs-architect.md -> output/sessions/grace-hopper/2025-11-22_migration-legacy-outputs_7b89de/2025-11-13_13-55-52_architecture-review_cs-architect.md
  R  output/reports/plan.md -> output/sessions/grace-hopper/2025-11-22_migration-legacy-outputs_7b89de/plan.md
  $ S=output/sessions/grace-hopper/2025-11-22_migration-legacy-outputs_7b89de
  $ cat $S/MIGRATION_REPORT.md
  # Migration report
  
  2 outputs of grace-hopper were moved into session `2025-11-22_migration-legacy-outputs_7b89de` on 2025-11-22T08:15:30Z.
  `git session migrate --rollback` takes the migration back where it was made; what git tracked it follows with `git log --follow`.
  `sha256sum FILE` prints the last column as long as a file is as it came.
  
  | file | from | added by | on | commit | SHA-256 |
  |---|---|---|---|---|---|
  | `2025-11-13_13-55-52_architecture-review_cs-architect.md` | `output/architecture/2025-11-13_13-55-52_architecture-review_cs-architect.md` | Grace Hopper | 2025-11-13T14:00:00Z | 750689c22898 | 60390e262951c11c87fb37a0bba58ec02f73889fe444964faf0037e3adce528a |
  | `plan.md` | `output/reports/plan.md` | Grace Hopper | 2025-11-13T14:00:00Z | 750689c22898 | c8f0f704d304a145e8a90496155edde0d2bb2d256b3776424788a8b7827158e4 |
  $ sed -n '/^outputs:/,/^stakeholders/p' $S/.session-metadata.yaml
  outputs:
    - file: "2025-11-13_13-55-52_architecture-review_cs-architect.md"
      agent: "cs-architect"
      type: "architecture"
      created_at: "2025-11-13T13:55:52Z"
      promoted: false
      promoted_to: null
      blob: "3002e3245833c90af5e283ce90e2c1cf0dcc1d4d"
      migrated_from: "output/architecture/2025-11-13_13-55-52_architecture-review_cs-architect.md"
    - file: "plan.md"
      agent: null
      type: "reports"
      created_at: "2025-11-13T14:00:00Z"
      promoted: false
      promoted_to: null
      blob: "0b16e308c565546062ec16279a060ff411693c01"
      migrated_from: "output/reports/plan.md"
    - file: "MIGRATION_REPORT.md"
      agent: null
      type: "reports"
      created_at: "2025-11-22T08:15:30Z"
      promoted: false
      promoted_to: null
      title: "Migration report"
      blob: "bfc365df15f62037676e464c2fef4651503b9bb6"
  stakeholders: []
  $ git session list --all
  2025-11-22_migration-legacy-outputs_7b89de\tgrace-hopper\tclosed\tunknown\tMIGRATION-001\t\tLegacy Outputs Migration\t3\t2025-12-22 (esc)
  2025-11-22_migration-legacy-outputs_a3f42c\tada-lovelace\tclosed\tunknown\tMIGRATION-001\t\tLegacy Outputs Migration\t4\t2025-12-22 (esc)
  $ git session show 7b89de | sed -n '/^| [0-9]/p'
  | 1 | 2025-11-13_13-55-52_architecture-review_cs-architect.md | Review | cs-architect | architecture | 2025-11-13 13:55 | 9 B |
  | 2 | plan.md | Summary of the quarter: four plans, one budget |  | reports | 2025-11-13 14:00 | 49 B |
  | 3 | MIGRATION_REPORT.md | Migration report |  | reports | 2025-11-22 08:15 | 844 B |

Who looks for an old place finds the session:

  $ git session search --where outputs.migrated_from='*reports/plan.md' --format ids
  2025-11-22_migration-legacy-outputs_7b89de

--rollback gives back every byte, and git's index.

  $ git session migrate --rollback
  Taken back: operation 1, 10 steps
  $ find . -path ./.git -prune -o -print | sort | grep -v '^./output/sessions$' | diff - before
  $ git ls-files --stage | diff - index
  $ git session migrate --rollback
  git session: there is no migration to take back
  hint: git session undo --list shows what there is
  [1]

Migrated again, it is the same tree; committed, git log follows each file to its first commit.

  $ git session migrate --execute --yes -q 2>/dev/null
  $ git add --all && git commit --quiet --message "Migrate the outputs"
  $ git log --follow --format='%an: %s' -- $S/plan.md
  Ada Lovelace: Migrate the outputs
  Ada L: Plans
  Grace Hopper: Review
  $ git session migrate
  Left, README.md: output/README.md
  Left, folders of another kind: output/logs/
  There is nothing to migrate

The old name of the program, and its options. --user gives everything to one user.

  $ git init --quiet ../other && cd ../other && mkdir -p output/reviews && echo a >output/reviews/a.md
  $ migrate_outputs --dry-run --user "Grace H" --default-ticket OLD-1 --default-project "Old things" --json | python3 -c '
  > import json, sys
  > (one,) = json.load(sys.stdin)["sessions"]
  > print(one["user"], one["ticket"], one["project"], one["files"][0]["type"])'
  This would move 1 file into 1 session; --execute does it
  grace-h OLD-1 Old things reviews
  $ migrate_outputs --dry-run --execute
  migrate_outputs: --dry-run only shows what --execute does
  hint: leave one of them out
  [2]
  $ git session init -q --scripts && python3 scripts/migrate_outputs.py --dry-run 2>/dev/null
  output/sessions/ada-lovelace/2025-11-22_migration-legacy-outputs_a3f42c/  1 file, 2 B
    move  output/reviews/a.md

What was made in a migrated session since is not left behind by a rollback. A copy goes, though its original
was edited:

  $ git init --quiet ../again && cd ../again && mkdir -p output/reviews && echo a >output/reviews/a.md
  $ git session migrate --keep --execute --yes -q 2>/dev/null && echo "edited" >output/reviews/a.md
  $ echo x >$(echo output/sessions/*/*)/mine.md && git session migrate --rollback
  git session: 'output/sessions/ada-lovelace/2025-11-22_migration-legacy-outputs_a3f42c/mine.md' changed after operation 1 (migrate); nothing was done
  hint: git session undo 1 --force undoes it all the same, and can be undone
  [5]
  $ rm output/sessions/*/*/mine.md && git session migrate --rollback && cat output/reviews/a.md
  Taken back: operation 1, 3 steps
  edited
  $ [ -e output/sessions ] || echo gone
  gone
  $ cd ../other

--keep copies; --remove-legacy compares, later, and removes what a session holds.

  $ echo b >output/reviews/b.md
  $ git session migrate --keep --execute --yes -q 2>/dev/null; ls output/reviews
  a.md
  b.md
  $ git session migrate
  Left, hidden: output/.gitignore
  Left, README.md: output/README.md
  Left, in a session already: output/reviews/a.md, output/reviews/b.md
  There is nothing to migrate
  $ echo changed >output/reviews/b.md
  $ git session migrate --remove-legacy
  remove: output/reviews/a.md, the same as output/sessions/ada-lovelace/2025-11-22_migration-legacy-outputs_a3f42c/a.md
  warning: output/reviews/b.md stays: no session holds what is in it
  This would remove 1 original; --remove-legacy --execute does it
  [4]
  $ git session migrate --remove-legacy --execute --yes -q 2>/dev/null; ls output/reviews
  b.md

An original stays where its copy is ignored, or where it is no old output: metadata comes with a pull.

  $ git init --quiet ../claims && cd ../claims && mkdir -p output/reviews src && echo a >output/reviews/a.md && echo m >src/main.c
  $ git add . && git commit --quiet --message Old && git session migrate --keep --execute --yes -q 2>/dev/null
  $ cp src/main.c output/sessions/*/*/MIGRATION_REPORT.md && sed -i 's#title: "Migration report"#migrated_from: "src/main.c"#' output/sessions/*/*/.session-metadata.yaml
  $ git session migrate --remove-legacy
  remove: output/reviews/a.md, the same as output/sessions/ada-lovelace/2025-11-22_migration-legacy-outputs_a3f42c/a.md
  warning: src/main.c stays: not among the old outputs; --input with its folder takes it
  This would remove 1 original; --remove-legacy --execute does it
  [4]
  $ echo '/sessions/' >output/.gitignore && git session migrate --remove-legacy
  warning: src/main.c stays: not among the old outputs; --input with its folder takes it
  warning: output/reviews/a.md stays: git ignores its copy, so nobody else would get it
  There are no originals to remove
  [4]
  $ git session migrate --remove-legacy --input src --execute --yes -q 2>/dev/null; ls src
  main.c

What is git's own, or another repository's, is none of ours:

  $ git init --quiet sub && echo s >sub/s.md
  $ for folder in .git sub src/main.c /; do git session migrate --input $folder --execute --yes; done
  git session: '.git' cannot be migrated: it is git's own
  hint: name the folder that holds the old outputs
  git session: 'sub' cannot be migrated: 'sub' is a git repository of its own
  hint: name the folder that holds the old outputs
  git session: 'src/main.c' cannot be migrated: it is a file
  hint: name the folder that holds the old outputs
  git session: there is no folder '/' in here
  [1]
  $ git session adopt --into a3f42c sub/s.md
  git session: 'sub/s.md' belongs to 'sub', a git repository of its own
  hint: git session add copies it into a session
  [2]

The original tool told people to ignore all of output/. Such a .gitignore gets lines at its end; any other
rule that ignores sessions is named.

  $ git init --quiet ../ignored && cd ../ignored && mkdir -p output/reports && echo a >output/reports/a.md
  $ printf '%s\n' '*' '!.gitignore' >output/.gitignore
  $ git session migrate 2>/dev/null
  output/sessions/ada-lovelace/2025-11-22_migration-legacy-outputs_a3f42c/  1 file, 2 B
    move  output/reports/a.md
  change: output/.gitignore, which ignores sessions: lines at its end make git track them
  $ git session migrate --execute --yes -q 2>/dev/null
  $ git status --short --untracked-files=all
  ?? output/.gitignore
  ?? output/sessions/ada-lovelace/2025-11-22_migration-legacy-outputs_a3f42c/.session-metadata.yaml
  ?? output/sessions/ada-lovelace/2025-11-22_migration-legacy-outputs_a3f42c/MIGRATION_REPORT.md
  ?? output/sessions/ada-lovelace/2025-11-22_migration-legacy-outputs_a3f42c/a.md
  $ git session migrate --rollback && cat output/.gitignore
  Taken back: operation 1, 5 steps
  *
  !.gitignore
  $ echo output/ >.gitignore
  $ git session migrate --execute --yes
  git session: git ignores the sessions (.gitignore:1:output/): nobody else would ever get the outputs
  hint: take that line out, or --force migrates all the same
  [5]
  $ git session migrate --execute --yes --force -q 2>/dev/null

By day, and by the branches that merge commits name.

  $ git init --quiet ../split && cd ../split && mkdir -p output/reports
  $ echo 1 >output/reports/2025-11-13_one.md && git add . && by "Ada L." ada@example.com 2025-11-13T09:00:00Z one
  $ git checkout --quiet -b feature/PROJ-9-two
  $ echo 2 >output/reports/2025-11-14_two.md && git add . && by "Ada L." ada@example.com 2025-11-14T09:00:00Z two
  $ git checkout --quiet main && git merge --quiet --no-ff -m "Merge branch 'feature/PROJ-9-two'" feature/PROJ-9-two
  $ git session migrate --by day 2>/dev/null
  output/sessions/ada-lovelace/2025-11-13_migration-legacy-outputs_a3f42c/  1 file, 2 B
    move  output/reports/2025-11-13_one.md
  output/sessions/ada-lovelace/2025-11-14_migration-legacy-outputs_7b89de/  1 file, 2 B
    move  output/reports/2025-11-14_two.md
  $ git session migrate --by branch --json 2>/dev/null | python3 -c '
  > import json, sys
  > for one in json.load(sys.stdin)["sessions"]: print(one["branch"], one["ticket"], [f["from"] for f in one["files"]])'
  migration MIGRATION-001 ['output/reports/2025-11-13_one.md']
  feature/PROJ-9-two PROJ-9 ['output/reports/2025-11-14_two.md']

Another folder than the usual ones; never one that holds sessions.

  $ mkdir -p docs/agent/2025 && echo x >docs/agent/2025/x.md
  $ git session migrate --input docs/agent 2>/dev/null
  output/sessions/ada-lovelace/2025-11-22_migration-legacy-outputs_a3f42c/  1 file, 2 B
    move  docs/agent/2025/x.md -> 2025/x.md
  $ git session migrate --input .
  git session: the whole repository cannot be migrated
  hint: name the folder that holds the old outputs
  [2]
  $ git session migrate --input output/sessions
  git session: there is no folder 'output/sessions' in here
  [1]
  $ mkdir -p output/sessions && git session migrate --input output/sessions
  git session: 'output/sessions' cannot be migrated: it belongs to output/sessions
  hint: name the folder that holds the old outputs
  [2]
  $ git session migrate --input nowhere
  git session: there is no folder 'nowhere' in here
  [1]

On a terminal it asks, and shortens long lists.

  $ for i in 1 2 3 4 5 6 7 8 9 10 11 12; do echo $i >output/reports/$i.md; done
  $ on_terminal git session migrate | tail -n 7
    move  output/reports/11.md
    move  output/reports/12.md
    move  output/reports/2.md
    move  output/reports/3.md
    move  output/reports/4.md
    and 5 more; --all shows them
  This would move 14 files into 1 session; --execute does it
