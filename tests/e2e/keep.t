keep takes a draft into its session, or a document from elsewhere, and records it.

  $ . "$TESTDIR/setup.sh"
  $ make_session
  $ git config session.capture draft
  $ folder=output/sessions/ada-lovelace/$id
  $ hook claude/session-start >/dev/null
  $ cat $folder/drafts/.gitignore
  *
  $ echo "# Idea" >$folder/drafts/pricing-idea.md && touch -d 2025-11-22T08:00:00Z $folder/drafts/pricing-idea.md
  $ hook claude/subagent-write FILE=$PWD/$folder/drafts/pricing-idea.md AGENT=cs-product-manager
  $ hook claude/stop
  {"systemMessage":"1 draft in invoice-automation (cs-product-manager); git session keep output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/drafts/pricing-idea.md keeps it"}
  $ git session report | grep -c pricing
  0
  [1]
  $ git status --short | grep drafts
  [1]

`--dry-run` says what would be done.

  $ git session keep --dry-run $folder/drafts/pricing-idea.md
  would be kept: output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/drafts/pricing-idea.md -> output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/pricing-idea.md
  $ git session keep pricing-idea.md
  Kept: output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/drafts/pricing-idea.md -> output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/pricing-idea.md
  git session undo 2 takes it back
  $ ls $folder $folder/drafts
  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c:
  drafts
  pricing-idea.md
  
  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/drafts:
  $ sed -n '/^outputs/,/^stakeholders/p' $folder/.session-metadata.yaml
  outputs:
    - file: "pricing-idea.md"
      agent: "cs-product-manager"
      type: null
      created_at: "2025-11-22T08:00:00Z"
      promoted: false
      promoted_to: null
      chat: "chat-1"
      blob: "97ddfc614d7a446cb6c3395329bdfa75b5812baa"
  stakeholders: []

It can be taken back.

  $ git session undo --quiet
  $ ls $folder $folder/drafts
  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c:
  drafts
  
  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/drafts:
  pricing-idea.md
  $ git session keep --quiet pricing-idea.md --agent cs-writer --type analysis
  $ git session keep pricing-idea.md
  Nothing to do: all of it is kept already

Documents that lie elsewhere come into the current session, in git's index too.

  $ mkdir docs && echo "# Audit" >docs/audit.md && git add docs && git commit --quiet -m "Audit"
  $ git session keep docs/audit.md --json | python3 -c '
  > import json, sys
  > root = json.load(sys.stdin)
  > print(root["moved"], root["kept"], root["left"], root["dry_run"], root["session_id"])'
  git session undo 5 takes it back
  [{'path': 'docs/audit.md', 'file': 'audit.md'}] [] [] False 2025-11-22_feature-invoice-automation_a3f42c
  $ git status --short | grep audit
  R  docs/audit.md -> output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/audit.md

An output that was marked as a draft is one no more.

  $ echo "# Sketch" >$folder/sketch.md && hook claude/write FILE=$PWD/$folder/sketch.md
  $ grep -A12 sketch.md $folder/.session-metadata.yaml | grep draft
      draft: true
  $ git session keep $folder/sketch.md
  Kept: sketch.md
  $ grep -A12 sketch.md $folder/.session-metadata.yaml | grep draft
      draft: false

What cannot be kept, it names.

  $ git session keep no-such-file.md
  git session: there is no 'no-such-file.md'
  [1]
  $ git session keep README.md ../elsewhere
  git session: there is no '../elsewhere'
  [1]
  $ ln -s /etc/passwd $folder/drafts/link.md
  $ git session keep $folder/drafts/link.md
  git session: 'output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/drafts/link.md' is a link
  hint: name the file it points to
  [5]
  $ first=$id; git session create --quiet --team product --project Other >/dev/null
  $ mkdir -p output/sessions/ada-lovelace/$(git session current --id)/drafts
  $ echo "# B" >output/sessions/ada-lovelace/$(git session current --id)/drafts/b.md
  $ echo "# A" >$folder/drafts/a.md
  $ git session keep $folder/drafts/a.md output/sessions/ada-lovelace/$(git session current --id)/drafts/b.md
  git session: 'output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_7b89de/drafts/b.md' is of another session than the files before it
  hint: git session keep the files of one session at a time
  [2]
  $ git session keep --session $first output/sessions/ada-lovelace/$(git session current --id)/drafts/b.md
  git session: the files belong to 2025-11-22_feature-invoice-automation_7b89de already
  hint: leave out --session
  [2]
