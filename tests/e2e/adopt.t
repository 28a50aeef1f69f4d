adopt takes in what lacks a session. A folder under sessions/ that has no metadata gets some, as far as
path, git and names tell.

  $ . "$TESTDIR/setup.sh"
  $ make_repository
  $ F=output/sessions/grace-hopper/2025-11-20_competitive-analysis && mkdir -p $F/img
  $ echo "# Report" >$F/2025-11-20_10-00-00_competitive-report_cs-analyst.md && echo png >$F/img/chart.png
  $ git add --all && git -c user.name="Grace Hopper" -c user.email=grace@example.com commit --quiet --date 2025-11-20T12:00:00Z --message "Analysis"
  $ git session doctor 2>/dev/null
  output/sessions/grace-hopper/2025-11-20_competitive-analysis: warning: the folder has no metadata [no-metadata]
  output/sessions/grace-hopper/2025-11-20_competitive-analysis/2025-11-20_10-00-00_competitive-report_cs-analyst.md: warning: nobody listed this file [unlisted-output]
  output/sessions/grace-hopper/2025-11-20_competitive-analysis/img/chart.png: warning: nobody listed this file [unlisted-output]
  [1]
  $ git session adopt --dry-run $F
  would be described: output/sessions/grace-hopper/2025-11-20_competitive-analysis/, 2 outputs
  $ git session adopt $F
  Described: output/sessions/grace-hopper/2025-11-20_competitive-analysis/, 2 outputs
  git session undo 1 takes it back
  $ cat $F/.session-metadata.yaml
  # Made by git-session. Edit it by hand or with: git session update
  schema: 1
  session_id: "2025-11-20_competitive-analysis"
  created_at: "2025-11-20T10:00:00Z"
  created_by:
    user: "grace-hopper"
    email: "grace@example.com"
    team: "unknown"
  context:
    branch: "unknown"
    ticket: ""
    project: "competitive analysis"
    sprint: ""
    epic: ""
    release: ""
  status:
    current: "active"
    closed_at: null
    archived_at: null
  outputs:
    - file: "2025-11-20_10-00-00_competitive-report_cs-analyst.md"
      agent: "cs-analyst"
      type: null
      created_at: "2025-11-20T10:00:00Z"
      promoted: false
      promoted_to: null
      blob: "a8ce81bb1cb46f4e4654ea340ec1ac90e69adfed"
    - file: "img/chart.png"
      agent: null
      type: null
      created_at: "2025-11-20T12:00:00Z"
      promoted: false
      promoted_to: null
      blob: "fd8a20b62377b2486c22f08a905d1ff04a05a76b"
  stakeholders: []
  retention:
    policy: "project"
    expires_at: "2026-05-20"
    reason: "Project retention policy"
  links:
    jira: ""
    confluence: ""
    onedrive: ""
    github_pr: ""
  tags: []
  notes: ""
  $ git session adopt $F
  output/sessions/grace-hopper/2025-11-20_competitive-analysis has metadata already
  $ git session adopt output
  git session: 'output' is not the folder of a session, like output/sessions/USER/NAME
  hint: git session adopt --into ID FILE takes files from elsewhere
  [2]
  $ git session undo 1 2>/dev/null; ls -A $F
  Undone: operation 1 (adopt)
    remove   output/sessions/grace-hopper/2025-11-20_competitive-analysis/.session-metadata.yaml
  2025-11-20_10-00-00_competitive-report_cs-analyst.md
  img

Documents that agents left elsewhere go into a session: tracked ones with their history, others only after
their copy was compared.

  $ git checkout --quiet -b feature/reports && mkdir -p docs/reports
  $ echo "# Review of the queue" >docs/reports/review.md && echo "See [the review](reports/review.md)" >docs/overview.md
  $ git add --all && git commit --quiet --message "Review"
  $ echo "# Other" >review.md && touch -d 2025-11-21T09:00:00Z review.md
  $ make_session; cd docs
  $ git session adopt --into $id reports/review.md ../review.md --agent cs-architect --type reviews
  Moved: docs/reports/review.md -> output/sessions/ada-lovelace/2025-11-22_feature-reports_a3f42c/review.md
  Moved: review.md -> output/sessions/ada-lovelace/2025-11-22_feature-reports_a3f42c/review-2.md
  git session undo 4 takes it back
  $ cd .. && git status --short
  R  docs/reports/review.md -> output/sessions/ada-lovelace/2025-11-22_feature-reports_a3f42c/review.md
  ?? output/sessions/ada-lovelace/2025-11-22_feature-reports_a3f42c/.session-metadata.yaml
  ?? output/sessions/ada-lovelace/2025-11-22_feature-reports_a3f42c/review-2.md
  $ sed -n '/^outputs:/,/^stakeholders/p' $(metadata_of $id)
  outputs:
    - file: "review.md"
      agent: "cs-architect"
      type: "reviews"
      created_at: "2025-11-22T08:15:30Z"
      promoted: false
      promoted_to: null
      blob: "7f5a1a134fbdcfe5b7eed1a85eb584b35ed96787"
      migrated_from: "docs/reports/review.md"
    - file: "review-2.md"
      agent: "cs-architect"
      type: "reviews"
      created_at: "2025-11-21T09:00:00Z"
      promoted: false
      promoted_to: null
      blob: "9fa9c007d9642ab0b56c9eb7cd1978690c013748"
      migrated_from: "review.md"
  stakeholders: []
  $ git add --all && git commit --quiet --message "Adopt"
  $ git log --follow --format=%s -- output/sessions/ada-lovelace/$id/review.md
  Adopt
  Review
  $ git session undo
  Undone: operation 4 (adopt)
    restore  review.md
    remove   output/sessions/ada-lovelace/2025-11-22_feature-reports_a3f42c/review-2.md
    move     output/sessions/ada-lovelace/2025-11-22_feature-reports_a3f42c/review.md -> docs/reports/review.md
    rewrite  output/sessions/ada-lovelace/2025-11-22_feature-reports_a3f42c/.session-metadata.yaml
  git session undo 5 does it again
  $ git session adopt --into $id docs/reports/none.md
  git session: there is no 'docs/reports/none.md'
  [1]
  $ ln -s overview.md docs/link.md && git session adopt --into $id docs/link.md
  git session: 'docs/link.md' is a link
  hint: name the file it points to
  [5]
  $ git session adopt --into $id /etc/passwd
  git session: '/etc/passwd' lies outside of the repository
  hint: git session add copies it into a session
  [5]
  $ rm docs/link.md && git reset --quiet --hard && git clean --quiet -fd

--stray finds them: by their name, their date, a plans/ folder, or because an agent's commit added them at the
top level; and never what every project has.

  $ git checkout --quiet -b feature/strays
  $ mkdir -p docs/plans blog && echo "# Done" >IMPLEMENTATION_SUMMARY.md && cp IMPLEMENTATION_SUMMARY.md docs/copy.md
  $ echo "# Plan" >docs/plans/queue.md && echo post >blog/2025-11-01-news.md && echo "# Guide" >docs/usage.md
  $ echo "As [planned](plans/queue.md)" >>docs/overview.md && echo "# Notes" >queue-notes.md && echo c >CHANGELOG.md
  $ git add --all && git commit --quiet --message "Queue" --trailer "Co-Authored-By: Claude Opus 4 <noreply@anthropic.com>"
  $ echo "# Audit" >docs/2025-11-19_audit.md && git add --all && git commit --quiet --message "Audit"
  $ git session adopt --stray
  IMPLEMENTATION_SUMMARY.md: 2025-11-22 by Ada Lovelace with Claude Opus 4; 1 copy: docs/copy.md [name]
  docs/2025-11-19_audit.md: 2025-11-22 by Ada Lovelace [dated]
  docs/plans/queue.md: 2025-11-22 by Ada Lovelace with Claude Opus 4; linked from docs/overview.md [plan-folder]
  queue-notes.md: 2025-11-22 by Ada Lovelace with Claude Opus 4 [agent]
  4 documents outside of sessions; --execute moves them into one
  $ git session adopt --stray docs
  docs/2025-11-19_audit.md: 2025-11-22 by Ada Lovelace [dated]
  docs/plans/queue.md: 2025-11-22 by Ada Lovelace with Claude Opus 4; linked from docs/overview.md [plan-folder]
  2 documents outside of sessions; --execute moves them into one

As a check of a pull request: what did this branch add?

  $ git session adopt --stray --against main
  IMPLEMENTATION_SUMMARY.md: 2025-11-22 by Ada Lovelace with Claude Opus 4; 1 copy: docs/copy.md [name]
  docs/2025-11-19_audit.md: 2025-11-22 by Ada Lovelace [dated]
  docs/plans/queue.md: 2025-11-22 by Ada Lovelace with Claude Opus 4; linked from docs/overview.md [plan-folder]
  queue-notes.md: 2025-11-22 by Ada Lovelace with Claude Opus 4 [agent]
  4 documents outside of sessions; --execute moves them into one
  [1]
  $ git session adopt --stray --against HEAD
  No stray documents
  $ git session adopt --stray --against HEAD~1 --json | python3 -c '
  > import json, sys
  > for one in json.load(sys.stdin)["stray"]: print(one["path"], one["reason"], one["author"], one["agent"])'
  1 document outside of sessions; --execute moves them into one
  docs/2025-11-19_audit.md dated Ada Lovelace None

They move only with --execute, into the current session or the one that is named.

  $ git session adopt --stray --execute
  git session: no current session for ada-lovelace on branch 'feature/strays'
    2025-11-22_feature-reports_a3f42c
  hint: --into ID names the session that they go to
  IMPLEMENTATION_SUMMARY.md: 2025-11-22 by Ada Lovelace with Claude Opus 4; 1 copy: docs/copy.md [name]
  docs/2025-11-19_audit.md: 2025-11-22 by Ada Lovelace [dated]
  docs/plans/queue.md: 2025-11-22 by Ada Lovelace with Claude Opus 4; linked from docs/overview.md [plan-folder]
  queue-notes.md: 2025-11-22 by Ada Lovelace with Claude Opus 4 [agent]
  [3]
  $ git session adopt --stray --execute --yes --into $id -q; git status --short
   M output/sessions/ada-lovelace/2025-11-22_feature-reports_a3f42c/.session-metadata.yaml
  R  docs/2025-11-19_audit.md -> output/sessions/ada-lovelace/2025-11-22_feature-reports_a3f42c/2025-11-19_audit.md
  R  IMPLEMENTATION_SUMMARY.md -> output/sessions/ada-lovelace/2025-11-22_feature-reports_a3f42c/IMPLEMENTATION_SUMMARY.md
  R  queue-notes.md -> output/sessions/ada-lovelace/2025-11-22_feature-reports_a3f42c/queue-notes.md
  R  docs/plans/queue.md -> output/sessions/ada-lovelace/2025-11-22_feature-reports_a3f42c/queue.md
  $ git session adopt --stray
  No stray documents
  $ git session undo -q; git status --short

What nobody committed yet counts too, unless git ignores it.

  $ echo "# Done" >SUMMARY.md && echo "# No" >NOTES_SUMMARY.md && echo NOTES_SUMMARY.md >>.git/info/exclude
  $ git session adopt --stray | grep SUMMARY; git session adopt --stray --json | jq -c '.stray[] | select(.path == "SUMMARY.md") | [.added_at, .commit]'
  5 documents outside of sessions; --execute moves them into one
  IMPLEMENTATION_SUMMARY.md: 2025-11-22 by Ada Lovelace with Claude Opus 4; 1 copy: docs/copy.md [name]
  SUMMARY.md: not committed [name]
  5 documents outside of sessions; --execute moves them into one
  [null,null]
  $ rm SUMMARY.md NOTES_SUMMARY.md
  $ git session adopt --into $id docs
  git session: 'docs' is a folder
  hint: name files; git session adopt DIR is for folders of sessions
  [2]
  $ git session adopt --into $id .git/HEAD
  git session: '.git/HEAD' is git's own
  [2]

What makes no sense is said.

  $ git session adopt
  git session: adopt needs to know what
  hint: git session adopt DIR\xe2\x80\xa6, adopt --into ID FILE\xe2\x80\xa6, or adopt --stray (esc)
  [2]
  $ git session adopt --execute docs
  git session: --execute goes with --stray
  hint: what is named is adopted at once; --dry-run only shows it
  [2]
  $ git session adopt --stray --against nonsense
  git session: 'nonsense' names no commit
  hint: git fetch gets the revision; git fetch --unshallow what a shallow clone lacks
  [2]
