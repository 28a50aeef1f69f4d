git session doctor checks every session against the schema and the disk. It changes nothing.

  $ . "$TESTDIR/setup.sh"
  $ make_session --ticket PROJ-123
  $ git session doctor
  1 session checked, nothing wrong

Files nobody listed, listed files that are gone, entries that lead elsewhere, names that are links:

  $ folder=output/sessions/ada-lovelace/$id
  $ cat >$folder/.session-metadata.yaml <<END
  > session_id: somewhere-else
  > created_at: 2025-11-22T08:00:00
  > user: ada-lovelace
  > team: sales
  > status: paused
  > work_context:
  >   branch: main
  >   project: Invoices
  > outputs:
  >   - file: gone.md
  >   - file: ../../../README.md
  > retention:
  >   policy: forever
  >   expires_at: next year
  > END
  $ touch $folder/unlisted.md && ln -s /etc/passwd $folder/link.md
  $ git session doctor
  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml:5: error: 'status.current' cannot be 'paused' [invalid-value]
  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml:14: error: 'retention.expires_at' cannot be 'next year' [invalid-value]
  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/link.md: error: a link is never followed [symbolic-link]
  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml: warning: written in an older or hand-made shape; it is read, and edited in place [drifted-shape]
  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml: warning: session_id 'somewhere-else' is not the folder's name '2025-11-22_feature-invoice-automation_a3f42c' [id-mismatch]
  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml: warning: 'created_by.email' is missing [missing-field]
  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml: warning: team 'sales' is not one of marketing, product, engineering, delivery [unknown-team]
  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml: warning: retention policy 'forever' is not one of project, sprint, temporary, permanent, hold [unknown-policy]
  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml:10: warning: 'gone.md' is listed but not there [missing-output]
  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/unlisted.md: warning: nobody listed this file [unlisted-output]
  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml: note: 2 listed outputs of 3 name no agent [agent-unknown]
  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml:2: note: 2 values not written as the schema has them (from this line on) [loose-value]
  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml:11: note: '../../../README.md' leads out of the session and is not opened [outside-output]
  1 session checked: 3 errors, 7 warnings, 3 notes
  [1]

What cannot be read is named with its line; merge conflicts by name:

  $ cat >$folder/.session-metadata.yaml <<END
  > session_id: x
  > <<<<<<< HEAD
  > team: product
  > =======
  > team: delivery
  > >>>>>>> theirs
  > END
  $ git session doctor --json | jq -c '.problems[] | select(.code == "unreadable-metadata") | [.line, .message, .hint]'
  $ printf 'tags: []\ntags: [x]\n' >$folder/.session-metadata.yaml
  $ git session doctor 2>/dev/null | head -1
  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml:2: error: duplicate key 'tags' [duplicate-key]

A repository that came with a pull, a folder without metadata, a root that git ignores:

  $ rm $folder/link.md $folder/unlisted.md
  $ git init --quiet --bare $folder/tool
  $ mkdir output/sessions/ada-lovelace/2025-11-23_main_000000 && touch output/sessions/ada-lovelace/2025-11-23_main_000000/.keep
  $ echo output/ >.gitignore
  $ git session doctor | cut -d: -f2-
  2 sessions checked: 3 errors, 1 warning
   error: git ignores sessions by the rule .gitignore:1:output/ [ignored-root]
  2: error: duplicate key 'tags' [duplicate-key]
   error: a git repository lies in the session; git run there may obey its settings [embedded-repository]
   warning: the folder has no metadata [no-metadata]
