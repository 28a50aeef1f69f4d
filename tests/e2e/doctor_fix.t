git session doctor --fix shows each repair, asks, and mends what can be mended without guessing.

  $ . "$TESTDIR/setup.sh"
  $ make_session --ticket PROJ-123
  $ export GIT_AUTHOR_DATE=2025-11-22T12:00:00Z
  $ folder=output/sessions/ada-lovelace/$id
  $ git session doctor --fix --yes
  Nothing that could be mended

A file that somebody wrote by hand, with keys of their own and comments:

  $ cat >$folder/.session-metadata.yaml <<END
  > session_id: somewhere-else
  > created_at: 2025-11-22T08:00:00
  > user: ada-lovelace
  > team: engineering  # for now
  > status: completed
  > # What it is about
  > work_context:
  >   branch: main
  >   project: Invoices
  > findings:
  >   - slow  # very
  > outputs:
  >   - file: review_cs-architect.md
  >     promoted: "False"
  >   - file: gone.md
  > retention:
  >   policy: project
  >   expires_at: 2026-05-22
  > END
  $ echo '# Review' >$folder/review_cs-architect.md
  $ echo '# Costs' >$folder/2025-11-22_costs_cs-analyst.md
  $ git add -A && git commit --quiet --message 'By hand'
  $ cp $folder/.session-metadata.yaml before.yaml
  $ git session doctor | sed 's/.*yaml//'
  1 session checked: 6 warnings, 3 notes
  : warning: written in an older or hand-made shape; it is read, and edited in place [drifted-shape]
  : warning: session_id 'somewhere-else' is not the folder's name '2025-11-22_feature-invoice-automation_a3f42c' [id-mismatch]
  : warning: 'created_by.email' is missing [missing-field]
  : warning: status 'completed' is read as closed [unknown-status]
  :15: warning: 'gone.md' is listed but not there [missing-output]
  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/2025-11-22_costs_cs-analyst.md: warning: nobody listed this file [unlisted-output]
  : note: 1 listed output of 3 name no agent [agent-unknown]
  :2: note: 3 values not written as the schema has them (from this line on) [loose-value]
  :13: note: 'review_cs-architect.md' names no agent; its name says cs-architect [agent-in-name]

Nobody can be asked on a pipe, so it wants to be told; --dry-run shows all the same:

  $ git session doctor --fix
  git session: nobody can be asked here whether to mend
  hint: --yes mends unasked, --dry-run only shows what would change
  [2]
  $ git session doctor --fix --dry-run | sed 's/^output.*yaml/FILE/; s/^\([-+][-+][-+]\) output.*/\1 FILE/'
  Nothing was changed
  FILE: rewrite [drifted-shape, id-mismatch, missing-field, unknown-status, unlisted-output, loose-value, agent-in-name]
  --- FILE
  +++ FILE
  @@ -1,18 +1,29 @@
  -session_id: somewhere-else
  -created_at: 2025-11-22T08:00:00
  -user: ada-lovelace
  -team: engineering  # for now
  -status: completed
  +session_id: 2025-11-22_feature-invoice-automation_a3f42c
  +created_at: "2025-11-22T08:00:00Z"
  +created_by:
  +  user: ada-lovelace
  +  team: engineering  # for now
  +  email: ada@example.com
  +status:
  +  current: closed
   # What it is about
  -work_context:
  +context:
     branch: main
     project: Invoices
   findings:
     - slow  # very
   outputs:
     - file: review_cs-architect.md
  -    promoted: "False"
  +    promoted: false
  +    agent: cs-architect
     - file: gone.md
  +  - file: 2025-11-22_costs_cs-analyst.md
  +    agent: cs-analyst
  +    type: null
  +    created_at: "2025-11-22T12:00:00Z"
  +    promoted: false
  +    promoted_to: null
  +    blob: "94e1c5504096d27c11c1625f5b5f35e9284177f4"
   retention:
     policy: project
  -  expires_at: 2026-05-22
  +  expires_at: "2026-05-22"
  FILE:15: not mended: git knows neither its content nor where it went [missing-output]
  $ cmp before.yaml $folder/.session-metadata.yaml

What cannot be found again stays, and is named. All of it is one operation:

  $ git session doctor --fix --yes >/dev/null
  Mended; git session undo 2 takes it back
  1 session checked: 1 warning, 1 note
  [1]
  $ git diff --shortstat
   1 file changed, 19 insertions(+), 8 deletions(-)
  $ git session doctor | sed 's/.*yaml//'
  1 session checked: 1 warning, 1 note
  :19: warning: 'gone.md' is listed but not there [missing-output]
  : note: 1 listed output of 3 name no agent [agent-unknown]
  $ git session undo -q && cmp before.yaml $folder/.session-metadata.yaml

Only what is asked for, by code:

  $ git session doctor --fix id-mismatch --yes | grep '^[-+][^-+]'
  Mended; git session undo 4 takes it back
  1 session checked: 5 warnings, 3 notes
  -session_id: somewhere-else
  +session_id: 2025-11-22_feature-invoice-automation_a3f42c
  $ git session doctor --fix nonsense --yes
  git session: no session matches 'nonsense'
  hint: git session list --all shows every session
  [1]
  $ git session undo -q

A listed file that was renamed is found by git's history, one that is gone by the content id that the
metadata has:

  $ git mv $folder/review_cs-architect.md $folder/first-review_cs-architect.md
  $ git commit --quiet --message 'Rename it'
  $ git session doctor --fix missing-output --yes 2>/dev/null | grep '^[-+][^-+]\|mended'
  -  - file: review_cs-architect.md
  +  - file: first-review_cs-architect.md
  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml:15: not mended: git knows neither its content nor where it went [missing-output]
  $ git session doctor --fix unlisted-output --yes >/dev/null 2>&1
  [1]
  $ git add -A && git commit --quiet --message 'List it' && rm $folder/2025-11-22_costs_cs-analyst.md
  $ git session doctor --fix missing-output --yes 2>/dev/null | cut -d: -f2- | sort
   bring back 94e1c5504096d27c11c1625f5b5f35e9284177f4 from git [missing-output]
  15: not mended: git knows neither its content nor where it went [missing-output]
  $ cat $folder/2025-11-22_costs_cs-analyst.md
  # Costs

What a merge left in disorder is put together by field; what both sides changed is left to a person:

  $ git session create --quiet --project P --team product --branch merged >/dev/null
  $ merged=$(ls -d output/sessions/ada-lovelace/*merged*)
  $ sed -i 's/^tags: \[\]$/<<<<<<< ours\ntags:\n  - ours\n=======\ntags:\n  - theirs\n>>>>>>> theirs/' $merged/.session-metadata.yaml
  $ git session doctor $(basename $merged) 2>/dev/null | sed 's/.*yaml//'
  :31: error: merge conflict markers [conflict-markers]
  $ git session doctor $(basename $merged) --fix --yes >/dev/null 2>&1
  $ git session doctor $(basename $merged)
  1 session checked, nothing wrong
  $ grep -A2 '^tags' $merged/.session-metadata.yaml
  tags:
    - ours
    - theirs

The folders of one person become one, where .mailmap says that they are one:

  $ git session doctor --fix --yes >/dev/null 2>&1; git add -A; git commit --quiet --message Order
  $ mv output/sessions/ada-lovelace output/sessions/ada-l; git add -A; git commit --quiet --message Other
  $ echo 'Ada Lovelace <ada@example.com> ada-l <ada@example.com>' >.mailmap
  $ git session doctor 2>/dev/null | grep several
  output/sessions/ada-l: warning: by .mailmap this is ada-lovelace [several-users]
  $ git session doctor --fix several-users --yes 2>/dev/null | grep ': move'
  output/sessions/ada-l/2025-11-22_feature-invoice-automation_a3f42c: move to output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c [several-users]
  output/sessions/ada-l/2025-11-22_merged_7b89de: move to output/sessions/ada-lovelace/2025-11-22_merged_7b89de [several-users]
  $ ls output/sessions
  ada-lovelace
  $ git status --short | cut -c1-2 | sort | uniq -c
        1 ??
        4 R 
  $ git session undo -q; ls output/sessions; git status --short
  ada-l
  ?? .mailmap

What interrupted commands and the earlier scripts left:

  $ touch output/sessions/ada-l/$id/.incoming-0123456789abcdef
  $ echo x >output/.current-session; git add -A; git commit --quiet --message Leftovers
  $ git session doctor --fix leftover tracked-pointer --yes 2>/dev/null | sed 's/.*: //'
  remove [tracked-pointer]
  remove [leftover]
  $ git session use --none
  No session is set in this worktree
  $ git session doctor --json --fix --yes | jq -c '[.operation, .repairs, .not_repaired]'
  [15,[{"path":"output/sessions/ada-l/2025-11-22_feature-invoice-automation_a3f42c","codes":[{"code":"several-users"}],"what":"move to output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c","diff":null},{"path":"output/sessions/ada-l/2025-11-22_merged_7b89de","codes":[{"code":"several-users"}],"what":"move to output/sessions/ada-lovelace/2025-11-22_merged_7b89de","diff":null}],[{"severity":"warning","code":"missing-output","path":"output/sessions/ada-l/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml","line":19,"message":"'gone.md' is listed but not there","hint":"git session doctor --fix missing-output looks for it; else bring it back (git log -- output/sessions/ada-l/2025-11-22_feature-invoice-automation_a3f42c/gone.md), or take the entry out","repair":"find the file in the session or in git","reason":"git knows neither its content nor where it went"}]]

A root that git ignores:

  $ echo output/ >.gitignore
  $ git session doctor --fix ignored-root --yes 2>/dev/null | grep '^[+]'
  +++ .gitignore
  +# >>> git-session >>>
  +# Sessions are tracked, whatever the lines above ignore.
  +!/output/
  +!/output/**
  +# Litter of editors and systems; sessions themselves are tracked.
  +/output/**/.DS_Store
  +/output/**/Thumbs.db
  +/output/**/desktop.ini
  +/output/**/*~
  +/output/**/*.swp
  +/output/**/*.swo
  +/output/**/.#*
  +/output/**/\#*#
  +/output/**/.idea/
  +/output/**/.vscode/
  +# What git-session leaves when it is killed in the middle of a write.
  +/output/**/.session-metadata.yaml.*
  +/output/**/.promotion-metadata.yaml.*
  +/output/**/.incoming-*
  +/output/**/.unfinished-session/
  +# <<< git-session <<<
  $ git check-ignore -q output/sessions/ada-l/$id/.session-metadata.yaml
  [1]
