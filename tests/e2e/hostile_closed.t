A folder that is closed to us takes nothing else with it: an agent in a container may leave one that
belongs to root.

  $ . "$TESTDIR/setup.sh"
  $ make_session; git session create --project Other --team product --quiet >/dev/null
  $ folder=$(dirname $(metadata_of $id))
  $ mkdir -p $folder/data $folder/.cache output/sessions/root/2025-11-20_x_000001
  $ touch $folder/data/a.md $folder/review.md
  $ git session add $folder/data/a.md --session $id --quiet

Nothing is closed to root, so it gives up that right.

  $ without_right() { "$@"; }
  $ test $(id -u) != 0 ||
  >   without_right() { setpriv --bounding-set=-dac_override,-dac_read_search "$@"; }
  $ session() { without_right git session "$@"; }
  $ trap 'chmod -R u+rwx output' EXIT
  $ chmod 000 $folder/data $folder/.cache output/sessions/root
  $ without_right ls $folder/data 2>/dev/null && exit 80
  [2]

A user's folder is named, and everybody else's sessions are listed:

  $ session list | cut -f1,7
  git session: output/sessions/root: the folder cannot be read: Permission denied
  hint: check who owns it and whether the file system is mounted read-only
  2025-11-22_feature-invoice-automation_7b89de\tOther (esc)
  2025-11-22_feature-invoice-automation_a3f42c\tInvoice Automation (esc)
  $ session list >/dev/null 2>&1
  [4]
  $ session list --json 2>/dev/null | jq -c '.problems[] | [.code, .path, .message]'
  ["unreadable-folder","output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/data","the folder cannot be read: Permission denied"]
  ["unreadable-folder","output/sessions/root","the folder cannot be read: Permission denied"]
  $ session search --project Invoice 2>/dev/null | cut -f7
  Invoice Automation
  $ session show a3f42c | head -1; session status a3f42c | head -1
  # Session 2025-11-22_feature-invoice-automation_a3f42c
  Session 2025-11-22_feature-invoice-automation_a3f42c (active)
  $ session report a3f42c | grep -c a.md
  1
  $ session doctor | grep unreadable
  2 sessions checked: 3 errors, 1 warning, 1 note
  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.cache: error: the folder cannot be read: Permission denied [unreadable-folder]
  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/data: error: the folder cannot be read: Permission denied [unreadable-folder]
  output/sessions/root: error: the folder cannot be read: Permission denied [unreadable-folder]
  $ git add README.md && session report --against main 2>&1 | head -3
  ## Sessions on this branch
  
  2 sessions, 1 output added since main.

So is a session, and its name still means something:

  $ chmod 000 $folder
  $ session list | cut -f1,7-9
  git session: output/sessions/root: the folder cannot be read: Permission denied
  hint: check who owns it and whether the file system is mounted read-only
  git session: output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml: the folder cannot be read: Permission denied
  hint: check who owns it and whether the file system is mounted read-only
  2025-11-22_feature-invoice-automation_7b89de\tOther\t0\t2026-05-22 (esc)
  2025-11-22_feature-invoice-automation_a3f42c\t\t0\t (esc)
  $ session report a3f42c
  git session: output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml: the folder cannot be read: Permission denied
  hint: check who owns it and whether the file system is mounted read-only
  [1]
  $ session doctor | grep unreadable
  2 sessions checked: 2 errors
  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml: error: the folder cannot be read: Permission denied [unreadable-metadata]
  output/sessions/root: error: the folder cannot be read: Permission denied [unreadable-folder]
  $ session add README.md --session a3f42c
  git session: cannot open '/*/2025-11-22_feature-invoice-automation_a3f42c': Permission denied (glob)
  hint: check who owns it and whether the file system is mounted read-only
  [1]

And the archive, and a folder whose names can be read and nothing else:

  $ mkdir -p output/archive/ada; chmod 000 output/archive; chmod 400 $folder
  $ session list --all | cut -f1,7-9
  git session: output/archive: the folder cannot be read: Permission denied
  hint: check who owns it and whether the file system is mounted read-only
  git session: output/sessions/root: the folder cannot be read: Permission denied
  hint: check who owns it and whether the file system is mounted read-only
  git session: output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml: the folder cannot be read: Permission denied
  hint: check who owns it and whether the file system is mounted read-only
  2025-11-22_feature-invoice-automation_7b89de\tOther\t0\t2026-05-22 (esc)
  2025-11-22_feature-invoice-automation_a3f42c\t\t0\t (esc)
  $ session doctor | grep unreadable
  2 sessions checked: 3 errors
  output/archive: error: the folder cannot be read: Permission denied [unreadable-folder]
  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml: error: the folder cannot be read: Permission denied [unreadable-metadata]
  output/sessions/root: error: the folder cannot be read: Permission denied [unreadable-folder]
