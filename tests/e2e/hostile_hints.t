A hint is there to be pasted, so no name in one may be more than a name to a shell.

  $ . "$TESTDIR/setup.sh"
  $ make_session
  $ folder=$(dirname $(metadata_of $id))
  $ pasted() { sed -n "s/^hint: //p" | grep -o "git session .*\|mv .*" | bash 2>/dev/null; test -e hacked && echo hacked; }

A session is whatever a folder is called:

  $ evil='x;touch hacked;$(touch hacked)`touch hacked`'"'"'"'
  $ mkdir "output/sessions/ada-lovelace/$evil"
  $ printf 'session_id: x\nstatus: closed\noutputs: [{file: gone.md}]\n' >"output/sessions/ada-lovelace/$evil/.session-metadata.yaml"
  $ touch "output/sessions/ada-lovelace/$evil/"'$(touch hacked).md'
  $ git session use "$evil" 2>&1 | tee use
  git session: session 'x;touch hacked;$(touch hacked)`touch hacked`'"' is closed
  hint: git session reopen 'x;touch hacked;$(touch hacked)`touch hacked`'\''"'
  $ pasted <use
  Reopened: x;touch hacked;$(touch hacked)`touch hacked`'"
  [1]
  $ git session show "$evil":nothing 2>&1 | tee show
  git session: session 'x;touch hacked;$(touch hacked)`touch hacked`'"' has no output 'nothing'
  hint: git session show 'x;touch hacked;$(touch hacked)`touch hacked`'\''"' lists them
  $ pasted <show
  [1]
  $ git session reopen "$evil" --quiet; git session add nothing --session "$evil" 2>&1 | tee add
  git session: there is no file 'nothing'
  hint: git session report 'x;touch hacked;$(touch hacked)`touch hacked`'\''"' lists the outputs
  $ pasted <add
  [1]
  $ git session doctor --session "$evil" --json | jq -r '"hint: " + .problems[].hint' | tee doctor
  hint: git session add '$(touch hacked).md' --session 'x;touch hacked;$(touch hacked)`touch hacked`'\''"'
  hint: git session doctor --fix drifted-shape writes it as version 1
  hint: the folder's name counts: git session doctor --fix id-mismatch
  hint: add the line 'created_at: TIME'
  hint: git session update 'x;touch hacked;$(touch hacked)`touch hacked`'\''"' --set created_by.email=EMAIL
  hint: git session update 'x;touch hacked;$(touch hacked)`touch hacked`'\''"' --team TEAM
  hint: git session update 'x;touch hacked;$(touch hacked)`touch hacked`'\''"' --set context.branch=BRANCH
  hint: git session update 'x;touch hacked;$(touch hacked)`touch hacked`'\''"' --project PROJECT
  hint: git session update 'x;touch hacked;$(touch hacked)`touch hacked`'\''"' --retention POLICY
  hint: git session update 'x;touch hacked;$(touch hacked)`touch hacked`'\''"' --expires DATE
  hint: git session doctor --fix missing-output looks for it; else bring it back (git log -- 'output/sessions/ada-lovelace/x;touch hacked;$(touch hacked)`touch hacked`'\''"/gone.md'), or take the entry out
  hint: git session add FILE --agent NAME --session 'x;touch hacked;$(touch hacked)`touch hacked`'\''"' says it
  $ pasted <doctor
  Added: $(touch hacked).md
  created_by.email: (none) -> EMAIL
  context.branch: (none) -> BRANCH
  context.project: (none) -> PROJECT
  [1]
  $ git session archive "$evil" 2>&1 | tee archive
  Archived: output/sessions/ada-lovelace/x;touch hacked;$(touch hacked)`touch hacked`'"/ -> output/archive/ada-lovelace/x;touch hacked;$(touch hacked)`touch hacked`'"/
  git session commit 'x;touch hacked;$(touch hacked)`touch hacked`'\''"' records the move in git
  $ git session restore "$evil" --quiet; git session close "$evil" 2>&1 | tail -1
  git session commit 'x;touch hacked;$(touch hacked)`touch hacked`'\''"' commits it

A name that is not UTF-8 is shown by its bytes, and a quote does not end it:

  $ touch $folder/$'x\'$(touch hacked)\\\xff'
  $ git session add $folder/$'x\'$(touch hacked)\\\xff' 2>&1 | tee add
  git session: the name 'output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/x'$(touch hacked)\\xff' is not UTF-8
  hint: mv $'output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/x\'$(touch hacked)\\\xff' 'output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/x'\''$(touch hacked)\_'
  $ pasted <add; ls $folder
  x'$(touch hacked)\_
