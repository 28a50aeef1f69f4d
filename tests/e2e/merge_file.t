merge-file puts two branches' versions of a metadata file together, field by field. Git runs it, once
`git session setup --merge-driver` has said so.

  $ . "$TESTDIR/setup.sh"
  $ make_session
  $ M=$(metadata_of)
  $ export GIT_SESSION=$id
  $ git session add - --topic plan --agent cs-architect --quiet <README.md
  $ sed -i 's/^notes: .*/notes: |\n  First day.\n  Second day./' "$M"
  $ git add --all; git commit --quiet --message "Session"
  $ git session setup --merge-driver --quiet
  $ git tag start

The cases below: `ours` and `theirs` run their commands on a branch each, from the same start, then
theirs is merged into ours.

  $ on() { git checkout --quiet -B "$1" start; }
  $ save() { git add --all; git commit --quiet --message "$1"; }
  $ both() {
  >   on theirs; eval "$2"; save theirs
  >   on ours; eval "$1"; save ours
  >   git merge --quiet --no-edit theirs 2>&1
  > }

Both add an output at the end.

  $ both 'echo ours | git session add - --topic ours --agent cs-a --quiet' \
  >      'echo theirs | git session add - --topic theirs --agent cs-b --quiet'
  Auto-merging output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
  $ git diff start -- "$M" | grep '^[+-]'
  --- a/output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
  +++ b/output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
  +  - file: "2025-11-22_08-15-30_ours_cs-a.md"
  +    agent: "cs-a"
  +    type: null
  +    created_at: "2025-11-22T08:15:30Z"
  +    promoted: false
  +    promoted_to: null
  +    blob: "b19a1e93bec1317dc6097229e12afaffbfa74dc2"
  +  - file: "2025-11-22_08-15-30_theirs_cs-b.md"
  +    agent: "cs-b"
  +    type: null
  +    created_at: "2025-11-22T08:15:30Z"
  +    promoted: false
  +    promoted_to: null
  +    blob: "950b81b7eee953d050aa05a641f8e056c85dd1bd"
  $ git session doctor --quiet

One closes it while the other adds.

  $ both 'git session close --quiet 2>/dev/null' \
  >      'echo theirs | git session add - --topic theirs --agent cs-b --quiet'
  Auto-merging output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
  $ git diff start -- "$M" | grep '^[+-]'
  --- a/output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
  +++ b/output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
  -  current: "active"
  -  closed_at: null
  +  current: "closed"
  +  closed_at: "2025-11-22T08:15:30Z"
  +  - file: "2025-11-22_08-15-30_theirs_cs-b.md"
  +    agent: "cs-b"
  +    type: null
  +    created_at: "2025-11-22T08:15:30Z"
  +    promoted: false
  +    promoted_to: null
  +    blob: "950b81b7eee953d050aa05a641f8e056c85dd1bd"

Both add a tag.

  $ both 'git session update --add-tag ours --quiet' 'git session update --add-tag theirs --quiet'
  Auto-merging output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
  $ git diff start -- "$M" | grep '^[+-]'
  --- a/output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
  +++ b/output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
  -tags: []
  +tags:
  +  - "ours"
  +  - "theirs"

Both write notes: what both add is kept.

  $ both 'git session update --note "Ours." --quiet' 'git session update --note "Theirs." --quiet'
  Auto-merging output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
  $ git diff start -- "$M" | grep '^[+-]'
  --- a/output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
  +++ b/output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
  +  Ours.
  +  Theirs.

Comments and the order of ours survive, and so do comments of theirs that have a place.

  $ both 'sed -i "s/^tags:.*/# what it is about\ntags: [ours]/" "$M"' \
  >      'sed -i "s/^tags:.*/tags: [theirs] # and that/" "$M"'
  warning: output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml: line 38 of theirs has a comment that found no place: # and that
  Auto-merging output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
  $ git diff start -- "$M" | grep '^[+-]'
  --- a/output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
  +++ b/output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
  -tags: []
  +# what it is about
  +tags: [ours, theirs]
  $ both 'sed -i "s/^created_by:/# who made it\ncreated_by:/" "$M"; git session update --add-tag ours --quiet' \
  >      'sed -i "s/^context:/# what for\ncontext:/" "$M"; git session update --add-tag theirs --quiet'
  Auto-merging output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
  $ git diff start -- "$M" | grep '^[+-]'
  --- a/output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
  +++ b/output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
  +# who made it
  +# what for
  -tags: []
  +tags:
  +  - "ours"
  +  - "theirs"

Both change the project: that is for a person, and for that field only.

  $ both 'git session update --project Billing --add-tag ours --quiet' \
  >      'git session update --project Payments --add-tag theirs --quiet'
  warning: output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml:12: both sides changed context.project
  Auto-merging output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
  CONFLICT (content): Merge conflict in output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
  Automatic merge failed; fix conflicts and then commit the result.
  [1]
  $ grep -A6 '^<<<<<<<' "$M"; grep -A3 '^tags' "$M"
  <<<<<<< ours context.project
    project: "Billing"
  =======
    project: "Payments"
  >>>>>>> theirs context.project
    sprint: ""
    epic: ""
  tags:
    - "ours"
    - "theirs"
  notes: |
  $ git session status 2>&1 | head -3
  Session 2025-11-22_feature-invoice-automation_a3f42c
    Found: from GIT_SESSION
    Folder: output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/
  $ sed -i '/^<<<<<<</,/^=======/d; /^>>>>>>>/d' "$M"
  $ grep project "$M"
    project: "Payments"
    policy: "project"
  $ git commit --quiet --all --message "Merge"; git session doctor --quiet

The same line of the notes.

  $ both 'sed -i "s/Second day/Ada was ill/" "$M"' 'sed -i "s/Second day/Bob was ill/" "$M"'
  warning: output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml:41: both sides changed notes
  Auto-merging output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
  CONFLICT (content): Merge conflict in output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
  Automatic merge failed; fix conflicts and then commit the result.
  [1]
  $ sed -n '/^notes/,$p' "$M"
  notes: |
    First day.
  <<<<<<< ours notes
    Ada was ill.
  =======
    Bob was ill.
  >>>>>>> theirs notes
  $ git merge --abort

One archives it while the other adds a file: git finds the folder's new place.

  $ both 'git session archive --quiet "$id"' \
  >      'echo theirs | git session add - --topic theirs --agent cs-b --quiet'
  Auto-merging output/archive/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
  CONFLICT (file location): output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/2025-11-22_08-15-30_theirs_cs-b.md added in theirs inside a directory that was renamed in HEAD, suggesting it should perhaps be moved to output/archive/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/2025-11-22_08-15-30_theirs_cs-b.md.
  Automatic merge failed; fix conflicts and then commit the result.
  [1]
  $ git status --short
  M  output/archive/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
  UA output/archive/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/2025-11-22_08-15-30_theirs_cs-b.md
  $ grep -e current -e 'file:' output/archive/*/*/.session-metadata.yaml
    current: "archived"
    - file: "2025-11-22_08-15-30_plan_cs-architect.md"
    - file: "2025-11-22_08-15-30_theirs_cs-b.md"
  $ git merge --abort

Run from a folder below, with git's own variables set.

  $ on theirs; git session update --add-tag theirs --quiet; save theirs
  $ on ours; git session update --add-tag ours --quiet; save ours
  $ GIT_DIR=$PWD/.git GIT_WORK_TREE=$PWD git -C output merge --quiet --no-edit theirs
  Auto-merging output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
  $ grep -A2 '^tags' "$M"
  tags:
    - "ours"
    - "theirs"

Both made the file.

  $ git checkout --quiet -B theirs start~1
  $ mkdir -p output/sessions/ada/new; printf 'user: ada\ntags: [theirs]\n' >output/sessions/ada/new/.session-metadata.yaml; save theirs
  $ git checkout --quiet -B ours start~1
  $ mkdir -p output/sessions/ada/new; printf 'user: ada\ntags: [ours]\n' >output/sessions/ada/new/.session-metadata.yaml; save ours
  $ git merge --quiet --no-edit theirs
  Auto-merging output/sessions/ada/new/.session-metadata.yaml
  $ cat output/sessions/ada/new/.session-metadata.yaml
  user: ada
  tags: [ours, theirs]

Rebase and cherry-pick merge as well.

  $ on theirs; git session update --add-tag theirs --quiet; save theirs
  $ on ours; git session update --add-tag ours --quiet; save ours
  $ git rebase --quiet theirs
  $ grep -A2 '^tags' "$M"
  tags:
    - "theirs"
    - "ours"

A version that a newer program wrote, or that nobody can read, is merged by line, and it says why.

  $ both 'sed -i "s/^schema: 1/schema: 2/" "$M"' 'git session update --add-tag theirs --quiet'
  warning: output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml was merged by line: ours: it needs a newer git-session
  Auto-merging output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
  $ grep -e '^schema' -A1 -e '^tags' "$M"
  schema: 2
  session_id: "2025-11-22_feature-invoice-automation_a3f42c"
  --
  tags:
    - "theirs"

Where git-session is gone or older, git merges by line; nothing is lost.

  $ git config merge.git-session.driver "$(git config merge.git-session.driver | sed 's/git-session merge-file/no-such-program/')"
  $ both 'git session update --add-tag ours --quiet' 'git session update --add-tag theirs --quiet' | grep -v 'no-such-program'
  Auto-merging output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
  CONFLICT (content): Merge conflict in output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
  Automatic merge failed; fix conflicts and then commit the result.
  $ sed -n '/^<<<<<<</,/^>>>>>>>/p' "$M"
  <<<<<<< ours
    - "ours"
  =======
    - "theirs"
  >>>>>>> theirs
  $ git merge --abort

By hand, with three files of any name.

  $ printf 'tags: [a]\nproject: x\n' >base; printf 'tags: [a, b]\nproject: y\n' >ours; printf 'tags: [a, c]\nproject: z\n' >theirs
  $ git session merge-file base ours theirs
  warning: ours:2: both sides changed context.project
  [1]
  $ cat ours
  tags: [a, b, c]
  <<<<<<< ours context.project
  project: y
  =======
  project: z
  >>>>>>> theirs context.project
  $ printf 'tags: [a, b]\nproject: y\n' >ours
  $ git session merge-file --json base ours theirs 9 'output/x'
  {"schema":1,"path":"output/x","clean":false,"merged_by":"field","by_line_because":null,"conflicts":[{"field":"context.project","line":2}],"left_out":[]}
  [1]
  $ printf 'tags: [\n' >ours
  $ git session merge-file base ours theirs 7 "$(printf 'a\033[31m\nb')"
  warning: a\x1b[31m\x0ab was merged by line: ours: not valid YAML: did not find expected node content (line 2)
  [1]
  $ git session merge-file base none theirs
  git session: no file 'none'
  [129]
  $ git session merge-file base ours theirs long
  git session: 'long' is no size of conflict markers
  hint: git session merge-file ANCESTOR OURS THEIRS 7
  [2]
  $ git session merge-file base
  git session: merge-file needs OURS
  hint: see git session merge-file -h
  [2]
