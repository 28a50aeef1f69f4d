A link in the tree is never followed: behind each waits a canary, which is neither read nor written.

  $ . "$TESTDIR/setup.sh"
  $ make_repository
  $ canary=2025-01-01_canary_aaaaaa
  $ mkdir -p ../outside/sessions/ada-lovelace/$canary ../outside/archive
  $ cat >../outside/sessions/ada-lovelace/$canary/.session-metadata.yaml <<'END'
  > session_id: "2025-01-01_canary_aaaaaa"
  > context: {project: "CANARY"}
  > END
  $ echo CANARY >../outside/secret.md

git says of a link that is called .gitattributes or .gitignore that it does not read it, as often as
it happens to look:

  $ without_warnings() { "$@" 2>&1 | sed '/^warning: unable to access .*: Too many levels of/d'; }
  $ look_outside() { (cd ../outside && find . -printf '%p %i %s %T@\n' | sort); }
  $ look_outside >../before

Runs every verb; what would be a leak or a write is shown:

  $ all_verbs() {
  >   for command in status 'list --all --json' 'search --project CANARY' env init "use $canary" \
  >     "archive $canary" "commit $canary" 'create --project Y --team engineering'; do
  >     timeout 20 git session $command >../said 2>&1
  >     case $? in [0-5]) ;; *) echo "exit code $?: $command" ;; esac
  >     grep -H --label="$command" 'CANARY' ../said
  >   done
  >   look_outside | diff ../before -
  >   git session doctor | sed "s#$PWD#TOP#"
  >   git clean -qfd output; without_warnings git checkout -q .
  > }

In the place of the root, of its parts, of a user and of a session:

  $ ln -s ../outside output && git add output && git commit --quiet --message link
  $ all_verbs
  0 sessions checked: 1 error
  output: error: a link is never followed [symbolic-link]
  $ git rm -q output && mkdir output && ln -s ../../outside/sessions output/sessions
  $ git add output && git commit --quiet --message link
  $ all_verbs
  0 sessions checked: 1 error
  output/sessions: error: a link is never followed [symbolic-link]
  $ git rm -q output/sessions && mkdir -p output && ln -s ../../outside/archive output/archive
  $ git add output && git commit --quiet --message link
  $ all_verbs
  0 sessions checked: 1 error
  output/archive: error: a link is never followed [symbolic-link]
  $ git rm -q output/archive && mkdir -p output/sessions && ln -s ../../../outside/sessions/ada-lovelace output/sessions/
  $ git add output && git commit --quiet --message link
  $ all_verbs
  0 sessions checked: 1 error
  output/sessions/ada-lovelace: error: a link is never followed [symbolic-link]
  $ git rm -q output/sessions/ada-lovelace && mkdir -p output/sessions/ada-lovelace
  $ ln -s ../../../../outside/sessions/ada-lovelace/$canary output/sessions/ada-lovelace/
  $ git add output && git commit --quiet --message link
  $ all_verbs
  1 session checked: 1 error
  output/sessions/ada-lovelace/2025-01-01_canary_aaaaaa: error: a link is never followed [symbolic-link]

In a session, in the place of each file we would read or write:

  $ git rm -qr output; git session create --project Real --team engineering --quiet
  2025-11-22_main_a3f42c
  $ id=$(git session current --id) && folder=output/sessions/ada-lovelace/$id
  $ for name in out.md drafts .gitattributes .gitignore sub; do ln -s ../../../../../outside/secret.md $folder/$name; done
  $ without_warnings git session commit && git show --name-only --format=
  warning: not committed: .gitattributes: a link
  warning: not committed: .gitignore: a link
  warning: not committed: drafts: a link
  warning: not committed: out.md: a link
  warning: not committed: sub: a link
  [main fd97e11] docs(session): update Real session
  1 file of session 2025-11-22_main_a3f42c
  output/sessions/ada-lovelace/2025-11-22_main_a3f42c/.session-metadata.yaml
  $ git session status
  Session 2025-11-22_main_a3f42c (active)
    Real, engineering
    Found: set by create or use on branch main
    Folder: output/sessions/ada-lovelace/2025-11-22_main_a3f42c/
    Expires 2026-05-22, in 181 days (project)
    0 outputs
  
  Left out of commits
    .gitattributes  a link
    .gitignore      a link
    drafts          a link
    out.md          a link
    sub             a link
  $ git session list --json | jq -c '.sessions[].outputs'
  []
  $ ln -sf ../../../../../outside/sessions/ada-lovelace/$canary/.session-metadata.yaml $folder/
  $ git session list 2>&1 | sed "s#$PWD#TOP#"
  git session: output/sessions/ada-lovelace/2025-11-22_main_a3f42c/.session-metadata.yaml: is or passes through a symbolic link
  2025-11-22_main_a3f42c\tada-lovelace\tunreadable\t\t\t\t\t0\t (esc)
  $ git session archive 2>&1 | sed "s#$PWD#TOP#"
  git session: 'TOP/output/sessions/ada-lovelace/2025-11-22_main_a3f42c/.session-metadata.yaml' is or passes through a symbolic link
  hint: git session doctor lists what is out of place
  $ without_warnings git add $folder && without_warnings git commit --quiet --message links
  $ all_verbs
  2 sessions checked: 7 errors
  output/sessions/ada-lovelace/2025-11-22_main_a3f42c/.gitattributes: error: a link is never followed [symbolic-link]
  output/sessions/ada-lovelace/2025-11-22_main_a3f42c/.gitignore: error: a link is never followed [symbolic-link]
  output/sessions/ada-lovelace/2025-11-22_main_a3f42c/.session-metadata.yaml: error: is or passes through a symbolic link [unreadable-metadata]
  output/sessions/ada-lovelace/2025-11-22_main_a3f42c/.session-metadata.yaml: error: a link is never followed [symbolic-link]
  output/sessions/ada-lovelace/2025-11-22_main_a3f42c/drafts: error: a link is never followed [symbolic-link]
  output/sessions/ada-lovelace/2025-11-22_main_a3f42c/out.md: error: a link is never followed [symbolic-link]
  output/sessions/ada-lovelace/2025-11-22_main_a3f42c/sub: error: a link is never followed [symbolic-link]

In the place of what is being written:

  $ without_warnings git checkout -q HEAD~1 -- $folder/.session-metadata.yaml
  $ ln -s ../../../../../outside/secret.md $folder/.session-metadata.yaml.tmp
  $ git session archive --quiet $id && look_outside | diff ../before -
  $ git session restore --quiet $id && look_outside | diff ../before -
  $ ln -s ../../../outside output/sessions/ada-lovelace/.unfinished-session
  $ git session create --project X --team engineering 2>&1 | sed "s#$PWD#TOP#"
  git session: 'TOP/output/sessions/ada-lovelace/.unfinished-session' is no folder, but new sessions are made in it under that name
  hint: rm TOP/output/sessions/ada-lovelace/.unfinished-session
  $ rm output/sessions/ada-lovelace/.unfinished-session
  $ mkdir output/sessions/ada-lovelace/.unfinished-session
  $ echo planted >output/sessions/ada-lovelace/.unfinished-session/planted.md
  $ git session create --team engineering --project Canary 2>&1 | sed "s|$PWD|TOP|"
  git session: 'TOP/output/sessions/ada-lovelace/.unfinished-session' holds files of somebody else
  hint: rm -r TOP/output/sessions/ada-lovelace/.unfinished-session removes them, once you have looked at them
  $ rm -r output/sessions/ada-lovelace/.unfinished-session
  $ ln -s ../outside/secret.md .gitsession && git session list 2>&1 >/dev/null | sed "s#$PWD#TOP#"; rm .gitsession
  warning: .gitsession is ignored: 'TOP/.gitsession' is or passes through a symbolic link

A link to an output is not shown, whatever names it, and the session is not shown in its place:

  $ echo "# Review" >$folder/review.md && ln -s review.md $folder/alias.md && ln -s . $folder/self
  $ for word in $folder/alias.md $folder/self/review.md $id:alias.md alias.md $folder/./alias.md $PWD/$folder/alias.md; do
  >   git session show $word 2>&1 | sed "s#$PWD#TOP#;s#$id#ID#"
  > done
  git session: 'TOP/output/sessions/ada-lovelace/ID/alias.md' is or passes through a symbolic link
  hint: git session doctor lists what is out of place
  git session: 'TOP/output/sessions/ada-lovelace/ID/self/review.md' is or passes through a symbolic link
  hint: git session doctor lists what is out of place
  git session: 'TOP/output/sessions/ada-lovelace/ID/alias.md' is or passes through a symbolic link
  hint: git session doctor lists what is out of place
  git session: 'TOP/output/sessions/ada-lovelace/ID/alias.md' is or passes through a symbolic link
  hint: git session doctor lists what is out of place
  git session: 'TOP/output/sessions/ada-lovelace/ID/alias.md' is or passes through a symbolic link
  hint: git session doctor lists what is out of place
  git session: 'TOP/output/sessions/ada-lovelace/ID/alias.md' is or passes through a symbolic link
  hint: git session doctor lists what is out of place
  $ git session show $folder/review.md; git session show $PWD/$folder/review.md; (cd $folder && git session show ./review.md)
  # Review
  # Review
  # Review
  $ rm $folder/review.md $folder/alias.md $folder/self

The folder of a user that is a link is passed over with a word, and the rest is listed:

  $ ln -s ../../../outside/sessions/ada-lovelace output/sessions/eve
  $ git session list | cut -f1; git session list --json 2>../said | jq -c '.problems[]'; cat ../said
  warning: output/sessions/eve: a link is never followed
  2025-11-22_main_a3f42c
  {"code":"symbolic-link","path":"output/sessions/eve","line":null,"message":"a link is never followed","hint":"put a folder in its place"}
  warning: output/sessions/eve: a link is never followed
  $ rm output/sessions/eve

A hard link is cut by the write, so the other name keeps what it had:

  $ ln $folder/.session-metadata.yaml ../outside/hard && cp ../outside/hard ../copy
  $ git session archive --quiet $id && cmp ../outside/hard ../copy && rm ../outside/hard

A path through a link names no session:

  $ git session restore --quiet $id
  $ CLAUDE_SESSION_DIR=output/sessions/ada-lovelace/$canary git session current 2>&1 | grep passed
  CLAUDE_SESSION_DIR is passed over: 'output/sessions/ada-lovelace/2025-01-01_canary_aaaaaa' is no folder of this repository
