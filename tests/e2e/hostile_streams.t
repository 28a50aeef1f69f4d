Odd files, closed streams and full disks end in a word and an exit code, not in a hang or a half-written file.

  $ . "$TESTDIR/setup.sh"
  $ make_session
  $ folder=output/sessions/ada-lovelace/$id

A pipe, a socket, a device or a huge file in the place of an output or of metadata is named, never waited for:

  $ mkfifo $folder/pipe.md && mkdir -p output/sessions/eve/{pipe,folder,huge} && mkfifo output/sessions/eve/pipe/.session-metadata.yaml
  $ python3 -c 'import socket, sys; socket.socket(socket.AF_UNIX).bind(sys.argv[1])' $folder/socket.md
  $ mkdir output/sessions/eve/folder/.session-metadata.yaml
  $ truncate -s 2G output/sessions/eve/huge/.session-metadata.yaml && truncate -s 2G $folder/huge.md
  $ mkfifo .gitsession
  $ timeout 20 git session list 2>&1 | sed "s#$PWD#TOP#" | tr '\t' '|'
  warning: .gitsession is ignored: 'TOP/.gitsession' is not a regular file
  git session: output/sessions/eve/folder/.session-metadata.yaml: is not a regular file
  git session: output/sessions/eve/huge/.session-metadata.yaml: is larger than 1 MB
  git session: output/sessions/eve/pipe/.session-metadata.yaml: is not a regular file
  2025-11-22_feature-invoice-automation_a3f42c|ada-lovelace|active|engineering|||Invoice Automation|1|2026-05-22
  folder|eve|unreadable|||||0|
  huge|eve|unreadable|||||0|
  pipe|eve|unreadable|||||0|
  $ rm .gitsession
  $ timeout 20 git session status | sed -n '/outputs*$/,$p'
    1 output
  
  Not recorded  git session add FILE
    huge.md
  
  Not committed  git session commit
    new  .session-metadata.yaml
  
  Left out of commits
    huge.md  over session.maxOutputSize
  $ timeout 20 git session doctor 2>/dev/null | sed -n 's/.*\[\(not-a-file\|unreadable-metadata\)\]$/\1/p' | sort | uniq -c
        3 not-a-file
        3 unreadable-metadata
  $ for name in pipe folder huge; do timeout 20 git session archive eve/$name 2>&1 | sed "s#$PWD#TOP#"; done
  git session: 'TOP/output/sessions/eve/pipe/.session-metadata.yaml' is not a regular file
  git session: 'TOP/output/sessions/eve/folder/.session-metadata.yaml' is not a regular file
  git session: 'TOP/output/sessions/eve/huge/.session-metadata.yaml' is larger than 1 MB
  $ rm -r output/sessions/eve $folder/{pipe,socket,huge}.md

More files than anyone looks at are cut off with a word:

  $ (cd $folder && seq -f 'f%g.md' 20001 | xargs touch)
  $ timeout 60 git session list | cut -f8
  20000
  $ timeout 60 git session doctor 2>/dev/null | grep too-many-files
  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c: warning: the folder has more files or levels than are looked at [too-many-files]
  $ find $folder -name 'f*.md' -delete

A reader that goes away is no failure:

  $ git session list | head -c 0; echo ${PIPESTATUS[0]}
  0
  $ git session schema | head -1; echo ${PIPESTATUS[0]}
  {
  0

A stdout that takes nothing is one, and is said once:

  $ for command in list status 'list --json' schema --help 'current --json'; do
  >   git-session $command >/dev/full; echo $?
  > done 2>&1 | sort | uniq -c
        6 1
        6 git session: cannot write to standard output: No space left on device
        6 hint: free some disk space, then repeat the command
  $ git-session list >&-
  git session: cannot write to standard output: Bad file descriptor
  [1]
  $ git-session list --json >&- 2>&-
  [1]
  $ git-session list 2>&- <&- | wc -l
  1

With all streams closed no message lands in a file that was opened in their place:

  $ git-session create --project Closed --team engineering <&- >&- 2>&-
  [1]
  $ git-session commit <&- >&- 2>&-
  [1]
  $ git status --short; git log --format=%s | head -1
  ?? output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/
  docs(session): update Closed session
  $ grep -rl 'git session:\|Session ID\|hint' output .git/session .git/index
  [1]
