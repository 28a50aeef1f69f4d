config lists each setting, its value, and where that comes from.

  $ . "$TESTDIR/setup.sh"
  $ make_repository
  $ git session config
  session.user\tAda Lovelace\tdefault\tuser.name (esc)
  session.team\t\tdefault\t (esc)
  session.project\t\tdefault\t (esc)
  session.root\toutput\tdefault\t (esc)
  session.teams\tmarketing,product,engineering,delivery\tdefault\t (esc)
  session.agents\t\tdefault\t (esc)
  session.maxOutputSize\t5m\tdefault\t (esc)
  session.capture\tkeep\tdefault\t (esc)
  session.capture.include\t*.md,*.markdown,*.txt,*.json,*.csv,*.svg,*.png\tdefault\t (esc)
  session.capture.exclude\t\tdefault\t (esc)
  session.retention.project\t6m\tdefault\t (esc)
  session.retention.sprint\t21d\tdefault\t (esc)
  session.retention.temporary\t30d\tdefault\t (esc)
  session.secrets\tblock\tdefault\t (esc)
  session.purgeAfter\tnever\tdefault\t (esc)
  session.mail.server\t\tdefault\t (esc)
  session.mail.from\t\tdefault\t (esc)
  session.mail.user\t\tdefault\t (esc)
  session.mail.tls\trequired\tdefault\t (esc)
  session.mail.caFile\t\tdefault\t (esc)
  session.confluence.site\t\tdefault\t (esc)
  session.confluence.edition\t\tdefault\t (esc)
  session.confluence.user\t\tdefault\t (esc)
  session.confluence.gateway\t\tdefault\t (esc)
  session.confluence.cloudId\t\tdefault\t (esc)
  session.confluence.caFile\t\tdefault\t (esc)
  session.confluence.space\t\tdefault\t (esc)
  session.confluence.parent\t\tdefault\t (esc)
  session.jira.site\t\tdefault\t (esc)
  session.jira.edition\t\tdefault\t (esc)
  session.jira.user\t\tdefault\t (esc)
  session.jira.gateway\t\tdefault\t (esc)
  session.jira.cloudId\t\tdefault\t (esc)
  session.jira.caFile\t\tdefault\t (esc)

Git's configuration, the environment and a committed file can set them; the nearest wins.

  $ git config --global session.team product
  $ git config session.project "Invoice Automation"
  $ git config --file .gitsession session.teams design,research
  $ git config --file .gitsession session.team design
  $ git config --file .gitsession session.root work
  $ GIT_SESSION_USER=Ada git -c session.maxOutputSize=10m session config | sed "s|$TESTDIR/||"
  session.user\tAda\tenvironment\tGIT_SESSION_USER (esc)
  session.team\tproduct\tglobal\tfile:home/.gitconfig (esc)
  session.project\tInvoice Automation\tlocal\tfile:.git/config (esc)
  session.root\twork\tcommitted\tfile:.gitsession (esc)
  session.teams\tdesign,research\tcommitted\tfile:.gitsession (esc)
  session.agents\t\tdefault\t (esc)
  session.maxOutputSize\t10m\tcommand\tcommand line: (esc)
  session.capture\tkeep\tdefault\t (esc)
  session.capture.include\t*.md,*.markdown,*.txt,*.json,*.csv,*.svg,*.png\tdefault\t (esc)
  session.capture.exclude\t\tdefault\t (esc)
  session.retention.project\t6m\tdefault\t (esc)
  session.retention.sprint\t21d\tdefault\t (esc)
  session.retention.temporary\t30d\tdefault\t (esc)
  session.secrets\tblock\tdefault\t (esc)
  session.purgeAfter\tnever\tdefault\t (esc)
  session.mail.server\t\tdefault\t (esc)
  session.mail.from\t\tdefault\t (esc)
  session.mail.user\t\tdefault\t (esc)
  session.mail.tls\trequired\tdefault\t (esc)
  session.mail.caFile\t\tdefault\t (esc)
  session.confluence.site\t\tdefault\t (esc)
  session.confluence.edition\t\tdefault\t (esc)
  session.confluence.user\t\tdefault\t (esc)
  session.confluence.gateway\t\tdefault\t (esc)
  session.confluence.cloudId\t\tdefault\t (esc)
  session.confluence.caFile\t\tdefault\t (esc)
  session.confluence.space\t\tdefault\t (esc)
  session.confluence.parent\t\tdefault\t (esc)
  session.jira.site\t\tdefault\t (esc)
  session.jira.edition\t\tdefault\t (esc)
  session.jira.user\t\tdefault\t (esc)
  session.jira.gateway\t\tdefault\t (esc)
  session.jira.cloudId\t\tdefault\t (esc)
  session.jira.caFile\t\tdefault\t (esc)
  $ git session config --json | python3 -c '
  > import json, sys
  > root = json.load(sys.stdin)
  > print(root["schema"], [s for s in root["settings"] if s["name"] == "session.teams"])'
  1 [{'name': 'session.teams', 'value': 'design,research', 'source': 'committed', 'origin': 'file:.gitsession'}]

A committed file may not set what could do harm; such keys are named, never their values.

  $ git config --file .gitsession session.user mallory
  $ git config --file .gitsession core.fsmonitor "touch /tmp/gone"
  $ git config --file .gitsession session.mail.server smtp://mail.example.com
  $ git session config | grep ignored
  session.user\t\tignored\t.gitsession (esc)
  core.fsmonitor\t\tignored\t.gitsession (esc)
  session.mail.server\t\tignored\t.gitsession (esc)
  $ echo "[broken" > .gitsession
  $ git session config | head -n 1
  warning: .gitsession is ignored: '.gitsession' is not git configuration: bad config line 1 in standard input
  session.user\tAda Lovelace\tdefault\tuser.name (esc)
  $ rm .gitsession

What a team or a project publishes, and where, is listed where it is set. Nobody commits the site.

  $ git config session.confluence.team.product.space PROD
  $ git config "session.confluence.project.Invoice Automation.space" INV
  $ git config --file .gitsession session.confluence.site https://evil.example
  $ git config --file .gitsession session.confluence.team.product.space EVIL
  $ git session config | grep 'confluence.*\(local\|ignored\)'
  session.confluence.project.Invoice Automation.space\tINV\tlocal\tfile:.git/config (esc)
  session.confluence.team.product.space\tPROD\tlocal\tfile:.git/config (esc)
  session.confluence.site\t\tignored\t.gitsession (esc)
  session.confluence.team.product.space\t\tignored\t.gitsession (esc)
  $ git config --unset session.confluence.team.product.space
  $ git config --unset "session.confluence.project.Invoice Automation.space"
  $ rm .gitsession

A root outside the repository is refused, whoever set it.

  $ git -c session.root=../elsewhere session config
  git session: session.root is '../elsewhere' (command line:), but must be a relative path inside the repository without '..'
  hint: git config session.root output
  [1]
  $ git -c session.maxOutputSize=huge session config
  git session: 'huge' is not a size (session.maxOutputSize, command line:)
  hint: git config session.maxOutputSize 5m
  [1]
