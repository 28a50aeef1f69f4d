Ledgers and folders that came with a pull: nothing outside is read or written, nothing is lost.

  $ . "$TESTDIR/setup.sh"
  $ make_session
  $ folder=output/sessions/ada-lovelace/$id
  $ shared=output/shared/promoted-to-confluence
  $ page=https://company.atlassian.net/wiki/spaces/PROJ/pages/1
  $ echo secret >../secret.md; mkdir ../elsewhere
  $ echo text >$folder/x.md

A link in the place of each folder and file on the way, and of the output itself:

  $ try() { git session promote x.md --confluence-url $page 2>&1 | head -1; git session promote --list 2>&1; git session doctor 2>/dev/null | grep shared; }
  $ for place in shared shared/promoted-to-confluence shared/promoted-to-confluence/PROJ shared/promoted-to-confluence/PROJ/1; do
  >   mkdir -p $(dirname output/$place) && ln -s $(realpath ../elsewhere) output/$place
  >   try | sed "s#$PWD#TOP#"; rm -r output/shared
  > done
  git session: 'TOP/output/shared/promoted-to-confluence' is or passes through a symbolic link
  git session: 'TOP/output/shared/promoted-to-confluence' is or passes through a symbolic link
  hint: git session doctor lists what is out of place
  output/shared: error: a link is never followed [symbolic-link]
  git session: 'TOP/output/shared/promoted-to-confluence' is or passes through a symbolic link
  git session: 'TOP/output/shared/promoted-to-confluence' is or passes through a symbolic link
  hint: git session doctor lists what is out of place
  output/shared/promoted-to-confluence: error: a link is never followed [symbolic-link]
  git session: 'TOP/output/shared/promoted-to-confluence/PROJ/1' is or passes through a symbolic link
  No output was promoted
  git session: output/shared/promoted-to-confluence/PROJ: a link is never followed
  hint: put a folder in its place
  output/shared/promoted-to-confluence/PROJ: error: a link is never followed [symbolic-link]
  git session: 'TOP/output/shared/promoted-to-confluence/PROJ/1' is or passes through a symbolic link
  No output was promoted
  git session: output/shared/promoted-to-confluence/PROJ/1: a link is never followed
  hint: put a folder in its place
  output/shared/promoted-to-confluence/PROJ/1: error: a link is never followed [symbolic-link]
  $ mkdir -p $shared/PROJ/1 && ln -s ../../../../../../secret.md $shared/PROJ/1/.promotion-metadata.yaml
  $ try | sed "s#$PWD#TOP#"
  git session: 'TOP/output/shared/promoted-to-confluence/PROJ/1/.promotion-metadata.yaml' is or passes through a symbolic link
  No output was promoted
  git session: output/shared/promoted-to-confluence/PROJ/1/.promotion-metadata.yaml: it is no regular file, and is not read
  hint: correct it in an editor
  output/shared/promoted-to-confluence/PROJ/1/.promotion-metadata.yaml: error: it is no regular file, and is not read [unreadable-ledger]
  $ rm -r output/shared; mkdir -p $shared/PROJ/1 && ln -s ../../../../../../secret.md $shared/PROJ/1/x.md
  $ git session promote x.md --confluence-url $page --quiet; ls $shared/PROJ/1
  x.8e27be.md
  x.md
  $ ln -s ../../../../../secret.md $folder/link.md; git session promote link.md --confluence-url $page
  git session: session '2025-11-22_feature-invoice-automation_a3f42c' has no output 'link.md'
  hint: git session show 2025-11-22_feature-invoice-automation_a3f42c lists them
  [1]
  $ ls ../elsewhere; cat ../secret.md
  secret

A ledger that says what it should not:

  $ rm -r output/shared; mkdir -p $shared/PROJ/1
  $ cat >$shared/PROJ/1/.promotion-metadata.yaml <<'END'
  > promotions:
  >   - {file: ../../x, session_id: ../../.., source_file: ../secret.md, page_url: "javascript:x"}
  >   - {file: a, session_id: "\e[31m", source_file: "b\nc", page_title: "\u202Etxt", page_url: "\e]8;;x\a"}
  > END
  $ git session promote --list
  b\\x0ac\tgone\t\\x1b]8;;x\\x07\t\t1\t\t\\x1b[31m (esc)
  ../secret.md\tgone\tjavascript:x\t\t1\t\t../../.. (esc)
  $ git session promote --list --json | jq -c '[.promotions[].state] | unique'
  ["gone"]
  $ on_terminal git session promote --list | sed 1d
  b\x0ac        gone   _: \u202etxt                  1         \x1b[31m
  ../secret.md  gone   _/                            1         ../../..
  $ printf '<<<<<<< ours\n' >$shared/PROJ/1/.promotion-metadata.yaml
  $ git session promote --list
  No output was promoted
  git session: output/shared/promoted-to-confluence/PROJ/1/.promotion-metadata.yaml:1: merge conflict markers
  hint: correct it in an editor
  [4]
  $ git session promote x.md --confluence-url $page
  git session: output/shared/promoted-to-confluence/PROJ/1/.promotion-metadata.yaml:1: merge conflict markers
  hint: resolve the conflict in an editor, then 'git add' the file
  [1]
  $ cat $shared/PROJ/1/.promotion-metadata.yaml
  <<<<<<< ours
