git session doctor --fix missing-output looks for outputs that are gone: in the session, in git.

  $ . "$TESTDIR/setup.sh"
  $ make_session
  $ folder=output/sessions/ada-lovelace/$id
  $ fix() { git session doctor --fix "$@" --yes 2>/dev/null | sed "s/^.*$id.//"; }

What comes back is what git had last, with its permissions, however old the id in the metadata is:

  $ echo one >$folder/plan.md && git session add $folder/plan.md --agent me --quiet >/dev/null && git add -A && git commit -qm one
  $ echo two >$folder/plan.md && chmod +x $folder/plan.md && git add -A && git commit -qm two
  $ rm $folder/plan.md && fix missing-output
  plan.md: bring back f719efd430d52bcfc8566a43b2eb655688d38871 from git [missing-output]
  $ cat $folder/plan.md; test -x $folder/plan.md && git status --short
  two
  $ git rm -q $folder/plan.md && git commit -qm gone && fix missing-output
  plan.md: bring back f719efd430d52bcfc8566a43b2eb655688d38871 from git [missing-output]
  $ cat $folder/plan.md; test -x $folder/plan.md && echo executable
  two
  executable

As a checkout would write it; where a filter cannot, it says why:

  $ git add -A && echo '*.md text eol=crlf' >.gitattributes && rm $folder/plan.md
  $ fix missing-output >/dev/null; od -c $folder/plan.md | head -1
  0000000   t   w   o  \r  \n
  $ git config filter.kept.smudge false && git config filter.kept.required true
  $ echo '*.md filter=kept' >.gitattributes && rm $folder/plan.md && fix missing-output
  plan.md: smudge filter kept failed [missing-output]
  $ rm .gitattributes && fix missing-output >/dev/null && git add -A && git commit -qm back

Names may begin and end with blanks, and a renamed output is listed once:

  $ git mv $folder/plan.md "$folder/ a plan " && git commit -qm renamed
  $ fix missing-output unlisted-output | grep '^[-+][^-+]'
  -  - file: "plan.md"
  +  - file: " a plan "
  $ git session doctor
  1 session checked, nothing wrong

Two entries with one content are not found in one file:

  $ cp "$folder/ a plan " $folder/b.md && git session add $folder/b.md --agent me --quiet >/dev/null
  $ mv "$folder/ a plan " $folder/c.md && rm $folder/b.md
  $ fix | grep '^[-+ ].*file:'
  -  - file: " a plan "
  +  - file: "c.md"

What was moved to another session is not brought back:

  $ git add -A && git commit -qm all && mkdir -p output/sessions/grace/other && git mv $folder/c.md output/sessions/grace/other/
  $ git commit -qm moved && fix missing-output && git mv output/sessions/grace/other/c.md $folder/c.md; touch output/sessions/grace/other/.keep
  .session-metadata.yaml:21: not mended: git has it as output/sessions/grace/other/c.md, outside of the session [missing-output]

A file of another repository is nobody's output, whatever its .git is:

  $ mkdir $folder/inner && echo 'gitdir: elsewhere' >$folder/inner/.git && echo x >$folder/inner/x.md
  $ git session doctor | sed "s/^.*$id.//"
  2 sessions checked: 1 error, 1 warning, 1 note
  inner/.git: error: a git repository lies in the session; git does not commit its files [embedded-repository]
  output/sessions/grace/other: warning: the folder has no metadata [no-metadata]
  output/sessions: note: git merges the metadata of several users line by line in this clone [no-merge-driver]
