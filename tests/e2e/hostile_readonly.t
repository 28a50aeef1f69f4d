A read-only work tree can be read; with a read-only git directory work goes on.

Only root can make a mount read-only; elsewhere this is skipped.

  $ . "$TESTDIR/setup.sh"
  $ make_session
  $ make_readonly() { mount --bind "$1" "$1" 2>/dev/null && mount -o remount,bind,ro "$1"; }
  $ make_readonly .git || exit 80

  $ git session create --project Readonly --team engineering --quiet
  warning: the git directory cannot be written, so nothing remembers this session: give --session, or run the export line
  2025-11-22_feature-invoice-automation_7b89de
  $ git session list | cut -f7; git session status 7b89de | head -2
  Readonly
  Invoice Automation
  Session 2025-11-22_feature-invoice-automation_7b89de (active)
    Readonly, engineering
  $ git session archive 7b89de | cut -d: -f1
  git session commit 2025-11-22_feature-invoice-automation_7b89de records the move in git
  Archived
  $ git session commit a3f42c 2>&1 | sed "s#'.*/#'#; s#-[0-9-]*'#'#"
  git session: cannot write 'session-message': Read-only file system
  hint: check who owns it and whether the file system is mounted read-only
  $ umount .git

  $ make_readonly . && cd .
  $ git session list | cut -f7; git session status a3f42c | head -2; git session search --project Invoice | cut -f7
  Invoice Automation
  Session 2025-11-22_feature-invoice-automation_a3f42c (active)
    Invoice Automation, engineering
  Invoice Automation
  $ git session create --project P --team engineering 2>&1 | sed "s#'.*/#'#"
  git session: cannot make the directory '.unfinished-session': Read-only file system
  hint: check who owns it and whether the file system is mounted read-only
  $ git session archive a3f42c 2>&1 | sed "s#'.*/#'#"
  git session: cannot move '2025-11-22_feature-invoice-automation_a3f42c': Read-only file system
  hint: check who owns it and whether the file system is mounted read-only
  $ cd .. && umount repository && cd repository && find . -name '*.tmp'
