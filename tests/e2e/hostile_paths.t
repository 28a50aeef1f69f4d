No name, typed or committed, leads out of the folder of sessions.

  $ . "$TESTDIR/setup.sh"
  $ make_session
  $ mkdir -p ../outside/2025-01-01_canary_aaaaaa
  $ cat >../outside/2025-01-01_canary_aaaaaa/.session-metadata.yaml <<'END'
  > session_id: "2025-01-01_canary_aaaaaa"
  > notes: CANARY
  > END
  $ cp -R ../outside ../before

An operand is a name or a path of a session, never a way to somewhere else:

  $ long=$(printf '%0300d' 0)
  $ for name in ../outside/2025-01-01_canary_aaaaaa "$PWD/../outside/2025-01-01_canary_aaaaaa" /etc .. . '' \
  >   "$id/.." "ada-lovelace/../$id" "ada-lovelace/./$id" "../sessions/ada-lovelace/$id" .git '*' \
  >   output/sessions output/sessions/ada-lovelace output/sessions/../sessions/ada-lovelace/$id "$long"; do
  >   for verb in use archive commit; do
  >     if git session $verb -- "$name" >>log 2>&1; then echo "$verb took '$name'"; fi
  >   done
  > done
  $ sed "s/'.*'/NAME/" log | sort | uniq -c
       48 git session: no session matches NAME
       48 hint: git session list --all shows every session

GIT_SESSION is such a name too:

  $ for name in ../outside/2025-01-01_canary_aaaaaa /etc "$long" '*' -h; do
  >   GIT_SESSION=$name git session current 2>&1 | sed "s/$long/LONG/"
  > done
  git session: GIT_SESSION: no session matches '../outside/2025-01-01_canary_aaaaaa'
  hint: unset GIT_SESSION, or set it to an id of git session list
  git session: GIT_SESSION: no session matches '/etc'
  hint: unset GIT_SESSION, or set it to an id of git session list
  git session: GIT_SESSION: no session matches 'LONG'
  hint: unset GIT_SESSION, or set it to an id of git session list
  git session: GIT_SESSION: no session matches '*'
  hint: unset GIT_SESSION, or set it to an id of git session list
  git session: GIT_SESSION: no session matches '-h'
  hint: unset GIT_SESSION, or set it to an id of git session list

So are the names that private state gives, should somebody have written to it:

  $ cp .git/session/current saved
  $ for name in ../../../outside/2025-01-01_canary_aaaaaa /etc/passwd "$(head -c 20000 /dev/zero | tr '\0' x)"; do
  >   printf 'session %s\nbranch feature/invoice-automation\n' "$name" >.git/session/current
  >   git session current --id
  > done
  2025-11-22_feature-invoice-automation_a3f42c
  2025-11-22_feature-invoice-automation_a3f42c
  2025-11-22_feature-invoice-automation_a3f42c
  $ mv saved .git/session/current

The id of a chat would be a file name, so only plain ones count:

  $ for chat in ../../x /tmp/x . .. 'a b' $'a\nb' '$(touch PWNED)' "$long$long"; do
  >   CLAUDE_CODE_SESSION_ID=$chat git session use $id 2>&1 | sort -u
  > done
  Session in use on branch feature/invoice-automation: 2025-11-22_feature-invoice-automation_a3f42c
  Session in use on branch feature/invoice-automation: 2025-11-22_feature-invoice-automation_a3f42c
  Session in use on branch feature/invoice-automation: 2025-11-22_feature-invoice-automation_a3f42c
  Session in use on branch feature/invoice-automation: 2025-11-22_feature-invoice-automation_a3f42c
  Session in use on branch feature/invoice-automation: 2025-11-22_feature-invoice-automation_a3f42c
  Session in use on branch feature/invoice-automation: 2025-11-22_feature-invoice-automation_a3f42c
  Session in use on branch feature/invoice-automation: 2025-11-22_feature-invoice-automation_a3f42c
  Session in use on branch feature/invoice-automation: 2025-11-22_feature-invoice-automation_a3f42c
  $ find .git/session ! -type d | sort
  .git/session/current
  .git/session/operations/1/operation
  $ CLAUDE_CODE_SESSION_ID=3f2a-chat_1 git session use $id
  Session in use on branch feature/invoice-automation: 2025-11-22_feature-invoice-automation_a3f42c
  $ find .git/session ! -type d | sort
  .git/session/chats/3f2a-chat_1
  .git/session/current
  .git/session/operations/1/operation

A committed root is taken when it is a path inside, and refused by name otherwise:

  $ for root in .. ../outside /etc a/../../outside .git .GIT/x 'a//b' ./output ''; do
  >   printf '[session]\n\troot = "%s"\n' "$root" >.gitsession
  >   git session list 2>&1 | head -1
  > done
  git session: session.root is '..' (file:.gitsession), but must be a relative path inside the repository without '..'
  git session: session.root is '../outside' (file:.gitsession), but must be a relative path inside the repository without '..'
  git session: session.root is '/etc' (file:.gitsession), but must be a relative path inside the repository without '..'
  git session: session.root is 'a/../../outside' (file:.gitsession), but must be a relative path inside the repository without '..'
  git session: session.root is '.git' (file:.gitsession), but must be a relative path inside the repository without '..'
  git session: session.root is '.GIT/x' (file:.gitsession), but must be a relative path inside the repository without '..'
  git session: session.root is 'a//b' (file:.gitsession), but must be a relative path inside the repository without '..'
  git session: session.root is './output' (file:.gitsession), but must be a relative path inside the repository without '..'
  2025-11-22_feature-invoice-automation_a3f42c\tada-lovelace\tactive\tengineering\t\t\tInvoice Automation\t0\t2026-05-22 (esc)
  $ rm .gitsession

Outputs that metadata places elsewhere are named, never opened, and no file of theirs is committed:

  $ cat >output/sessions/ada-lovelace/$id/.session-metadata.yaml <<'END'
  > session_id: "../../../../outside"
  > created_at: "2025-11-22T08:15:30Z"
  > created_by: {user: "../../eve", email: "e@x", team: "engineering"}
  > context: {branch: "main", project: "../x"}
  > status: {current: "active"}
  > outputs:
  >   - {file: "../../../../outside/2025-01-01_canary_aaaaaa/.session-metadata.yaml"}
  >   - {file: "/etc/passwd"}
  >   - {file: "a/../../x"}
  >   - {file: ".."}
  > retention: {policy: "project", expires_at: null}
  > END
  $ git session list --json | jq -c '.sessions[0] | .session_id, .path, (.outputs[] | [.file, .outside, .exists, .bytes])'
  "2025-11-22_feature-invoice-automation_a3f42c"
  "output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c"
  ["../../../../outside/2025-01-01_canary_aaaaaa/.session-metadata.yaml",true,false,null]
  ["/etc/passwd",true,false,null]
  ["a/../../x",true,false,null]
  ["..",true,false,null]
  $ git session doctor | sed 's/.*yaml:/:/'
  1 session checked: 2 warnings, 5 notes
  : warning: session_id '../../../../outside' is not the folder's name '2025-11-22_feature-invoice-automation_a3f42c' [id-mismatch]
  : warning: 'retention.expires_at' is missing [missing-field]
  : note: 4 listed outputs of 4 name no agent [agent-unknown]
  :7: note: '../../../../outside/2025-01-01_canary_aaaaaa/.session-metadata.yaml' leads out of the session and is not opened [outside-output]
  :8: note: '/etc/passwd' leads out of the session and is not opened [outside-output]
  :9: note: 'a/../../x' leads out of the session and is not opened [outside-output]
  :10: note: '..' leads out of the session and is not opened [outside-output]
  $ git session commit && git show --name-only --format=
  warning: the session was made on branch 'main', and this commit went to 'feature/invoice-automation'
  [feature/invoice-automation 7e57324] docs(session): update ../x session
  1 file of session 2025-11-22_feature-invoice-automation_a3f42c
  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
  $ git session archive --quiet && git status --short
  RM output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml -> output/archive/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
  ?? log

Names of the longest length work or are refused whole:

  $ part=$(printf '%0255d' 0)
  $ mkdir -p output/sessions/$part/$part && touch output/sessions/$part/$part/.keep && git session list | sed "s/$part/LONG/g"
  LONG\tLONG\tno metadata\t\t\t\t\t0\t (esc)
  $ git session archive $part/$part 2>&1 | sed "s/$part/LONG/g"
  Archived: output/sessions/LONG/LONG/ -> output/archive/LONG/LONG/
  git session commit LONG records the move in git
  $ GIT_SESSION_USER=$part$part git session create --project P --team engineering 2>&1 | sed "s/$part/LONG/g"
  git session: 'LONGLONG/2025-11-22_feature-invoice-automation_7b89de' cannot be the folder of a session

Nothing was read or written outside:

  $ diff -r ../before ../outside && grep -r CANARY . 
  [1]
