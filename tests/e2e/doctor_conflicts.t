git session doctor --fix after a merge, and what it cannot do.

  $ . "$TESTDIR/setup.sh"
  $ make_session
  $ folder=output/sessions/ada-lovelace/$id
  $ file=$folder/.session-metadata.yaml
  $ sed -i 's/^tags: .*/tags: [a, b]/' $file && git add -A && git commit -qm base
  $ git checkout -qb other && sed -i 's/^tags: .*/tags: [a, b, c]/; s/^  project: .*/  project: Theirs/' $file && git commit -qam theirs
  $ git checkout -q - && sed -i 's/^tags: .*/tags: [a]/; s/^  project: .*/  project: Ours/' $file && git commit -qam ours
  $ git merge other >/dev/null 2>&1
  [1]
  $ echo x >$folder/x.md

Nobody knows what metadata lists that cannot be read:

  $ git session doctor 2>&1 | sed 's/.*yaml//'
  :12: error: merge conflict markers [conflict-markers]
  1 session checked: 1 error
  $ git session status | grep -A1 'Not recorded'
  [1]
  $ git session update $id --team product 2>&1 | sed "s/$id/ID/g"
  git session: output/sessions/ada-lovelace/ID/.session-metadata.yaml:12: merge conflict markers
  hint: git session doctor ID --fix, or an editor

What one side deleted stays deleted, and what is left for a person does not grow:

  $ git session doctor --fix --yes 2>&1 | sed "s/^.*$id.//" | grep -v '^[-+ @]'
  .session-metadata.yaml: put together all but context.project [conflict-markers]
  .session-metadata.yaml
  .session-metadata.yaml
  .session-metadata.yaml:12: not mended: both sides changed context.project: choose, in an editor [conflict-markers]
  Mended; git session undo 2 takes it back
  1 session checked: 1 error
  $ grep -A4 '^<<<<\|^tags' $file
  <<<<<<< HEAD context.project
    project: Ours
  =======
    project: Theirs
  >>>>>>> other context.project
  --
  tags: [a, c]
  notes: ""
  $ git session doctor --fix --yes 2>&1 | sed "s/^.*$id.//"
  .session-metadata.yaml:12: not mended: both sides changed context.project: choose, in an editor [conflict-markers]
  Nothing that could be mended
  $ sed -i '/^<<<<<<</d; /^=======/,/^>>>>>>>/d' $file && git session doctor $id --fix --yes 2>&1 | tail -1
  1 session checked: 1 note

A conflict that is put together wants to be added:

  $ git checkout -q --merge $file && sed -i 's/project: Theirs/project: Ours/' $file
  $ git session doctor $id --fix --yes 2>&1 >/dev/null | sed "s/$id/ID/g"
  Mended; git session undo 4 takes it back
  git add output/sessions/ada-lovelace/ID/.session-metadata.yaml says that it is resolved
  1 session checked: 1 warning
  $ git add -A && git commit -qm merged

Findings that a person must look at are named; where there is no place for a diff, the repair is made without:

  $ git session doctor --fix agent-unknown --yes
  git session: --fix cannot mend 'agent-unknown': a person must look at it
  hint: git session doctor says what to do; these can be mended: agent-in-name, archived-elsewhere, conflict-markers, dangling-pointer, drifted-shape, duplicate-id, duplicate-key, id-mismatch, ignored-root, leftover, loose-value, missing-field, missing-output, no-metadata, several-users, tracked-pointer, unknown-status, unlisted-output
  [2]
  $ printf 'x: 1\n' >>$file && sed -i 's/^session_id: .*/session_id: other/' $file
  $ TMPDIR=/nonexistent git session doctor --fix id-mismatch --dry-run | grep '^+'
  Nothing was changed
  +++ output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
  +session_id: 2025-11-22_feature-invoice-automation_a3f42c

An address is written where it is that person's:

  $ sed -i '/^  email:/d' $file && git add -A && git commit -qm edited
  $ git session doctor --fix missing-field --yes 2>/dev/null | grep '^[-+] '
  +  email: "ada@example.com"
  $ mkdir -p output/sessions/grace/2025-01-01_x_000001 && sed "s/$id/2025-01-01_x_000001/; s/ada-lovelace/grace/; /^  email:/d" $file >output/sessions/grace/2025-01-01_x_000001/.session-metadata.yaml
  $ git add -A && git commit -qm theirs
  $ git session doctor --fix missing-field --yes 2>/dev/null
  output/sessions/grace/2025-01-01_x_000001/.session-metadata.yaml: change [missing-field]
  --- output/sessions/grace/2025-01-01_x_000001/.session-metadata.yaml
  +++ output/sessions/grace/2025-01-01_x_000001/.session-metadata.yaml
  @@ -5,6 +5,7 @@ created_at: "2025-11-22T08:15:30Z"
   created_by:
     user: "grace"
     team: "engineering"
  +  email: ""
   context:
     branch: "feature/invoice-automation"
     ticket: ""
  [1]

A folder without metadata is closed when its date is past, and removed when it is empty:

  $ odd=output/sessions/grace/$(printf '2024-01-01_\377_000004')
  $ mkdir -p output/sessions/grace/2024-01-01_old_000002 output/sessions/grace/2024-01-01_empty_000003/in $odd
  $ echo x >output/sessions/grace/2024-01-01_old_000002/x.md && echo x >$odd/x.md
  $ git session doctor --fix no-metadata --yes 2>/dev/null | grep -v '^[-+@ ]'
  output/sessions/grace/2024-01-01_empty_000003: remove the empty folder [no-metadata]
  output/sessions/grace/2024-01-01_old_000002/.session-metadata.yaml: write [no-metadata, unlisted-output]
  output/sessions/grace/2024-01-01_\xff_000004: not mended: its name is not UTF-8: rename it [no-metadata]
  $ ls output/sessions/grace | cat -v; grep -A1 '^status' output/sessions/grace/2024-01-01_old_000002/.session-metadata.yaml
  2024-01-01_old_000002
  2024-01-01_M-^?_000004
  2025-01-01_x_000001
  status:
    current: "closed"

A session that lies in two places, one of them with an empty folder, comes together in one run:

  $ rm -r $odd && git add -A && git commit -qm all && mkdir -p output/archive/ada-lovelace && cp -r $folder output/archive/ada-lovelace/ && mkdir $folder/empty
  $ git session doctor --fix duplicate-id --yes 2>/dev/null | grep -v '^[-+@ ]'
  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c: join output/archive/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c [duplicate-id]
  $ git session doctor --fix --yes 2>/dev/null | grep '^output.*: [a-z]'
  output/archive/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml: change [id-mismatch, unlisted-output]
  output/sessions/grace/2025-01-01_x_000001/.session-metadata.yaml: change [id-mismatch]
  output/sessions/grace/2024-01-01_old_000002/.session-metadata.yaml: not mended: neither git nor the folder tells 'created_by.email' [missing-field]
  output/sessions/grace/2025-01-01_x_000001/.session-metadata.yaml: not mended: neither git nor the folder tells 'created_by.email' [missing-field]
  $ ls output/sessions/ada-lovelace 2>&1 | grep -v 'No such'
  [1]

What an interrupted operation has yet to bring is not called missing:

  $ old=$(echo output/sessions/grace/2024*)
  $ last() { ls .git/session/operations | sort -n | tail -1; }
  $ interrupt() { sed -i '/^end/d' .git/session/operations/$(last)/operation; }
  $ rm $old/x.md && git session doctor --fix missing-output --yes 2>/dev/null | sed 's/^.*old_000002.//'
  x.md: bring back 587be6b4c3f93f93c489c0111bba5596147a26cb from git [missing-output]
  $ interrupt && rm $old/x.md && git session doctor 2>/dev/null | grep 'x.md\|interrupted' | sed 's/^.*: //'
  operation 10 (doctor) was interrupted [unfinished-operation]
  $ git session doctor --fix leftover --yes 2>&1 | grep Finished; ls $old
  Finished operation 10, which was interrupted
  x.md

It says how it goes on; so does an undo:

  $ hint() { git session doctor --json | jq -r '.problems[] | select(.code == "unfinished-operation") | .hint'; }
  $ sed -i 's/^session_id: .*/session_id: other/' $old/.session-metadata.yaml
  $ git session doctor --fix id-mismatch --yes >/dev/null 2>&1; interrupt; hint
  git session doctor --fix goes on; git session undo 11 takes it back
  $ git session undo $(last) --quiet; interrupt; hint
  git session undo 11 goes on
