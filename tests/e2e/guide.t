The workflows of the guide, typed as people and agents have typed them for a long time: through the
launcher, in one shell, in this order, without ever unsetting what was exported. A colleague's
sessions lie in the same repository.

  $ . "$TESTDIR/setup.sh"
  $ make_repository invoices develop
  $ git session init --scripts --quiet >/dev/null
  $ for n in 1 2; do
  >   GIT_SESSION_USER="Grace Hopper" git session create --no-use --quiet --ticket PROJ-200 \
  >     --project "Her Sprint" --team product --retention sprint --sprint "2025-Q4-Sprint-2" >/dev/null
  > done
  $ git add . && git commit --quiet -m "Set up sessions"

Workflow 1, feature development:

  $ git checkout --quiet -b feature/invoice-automation
  $ python3 scripts/session_manager.py create \
  >   --ticket PROJ-123 \
  >   --project "Invoice Automation System" \
  >   --team engineering \
  >   --retention project
  Session created: output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_c19f03/
  Session ID: 2025-11-22_feature-invoice-automation_c19f03
  export CLAUDE_SESSION_DIR=/*/output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_* (glob)
  $ export CLAUDE_SESSION_DIR=$(python3 scripts/session_manager.py current | grep "Path:" | cut -d' ' -f2)
  $ cd "$CLAUDE_SESSION_DIR" && cd - >/dev/null
  $ TIMESTAMP=2025-11-22_08-20-00
  $ echo "# Architecture review" > ${CLAUDE_SESSION_DIR}/${TIMESTAMP}_architecture-review_cs-architect.md
  $ TIMESTAMP=2025-11-22_08-25-00
  $ echo "# Invoice process" > ${CLAUDE_SESSION_DIR}/${TIMESTAMP}_invoice-process-analysis_cs-business-analyst.md
  $ python3 scripts/session_manager.py report | grep -c 'cs-architect\|cs-business-analyst'
  2
  $ first=$(basename "$CLAUDE_SESSION_DIR")
  $ git add output/sessions/ada-lovelace/$first/
  $ git commit --quiet -m "docs(session): add invoice automation analysis outputs"
  $ python3 scripts/session_manager.py close | grep -i 'output'
  git session commit 2025-11-22_feature-invoice-automation_c19f03 commits it
  2 outputs, 0 promoted
  $ git add output/sessions/ada-lovelace/$first/.session-metadata.yaml
  $ git commit --quiet -m "feat(session): close invoice automation session"
  $ git status --short

Workflow 2, sprint planning:

  $ python3 scripts/session_manager.py create \
  >   --ticket PROJ-200 \
  >   --project "Q4 Sprint 3 Planning" \
  >   --team product \
  >   --retention sprint \
  >   --sprint "2025-Q4-Sprint-3" --quiet >/dev/null
  $ export CLAUDE_SESSION_DIR=$(python3 scripts/session_manager.py current | grep "Path:" | cut -d' ' -f2)
  $ second=$(basename "$CLAUDE_SESSION_DIR"); test "$second" != "$first"
  $ echo "# Stories" > ${CLAUDE_SESSION_DIR}/${TIMESTAMP}_user-stories_cs-product-manager.md
  $ echo "# Roadmap" > ${CLAUDE_SESSION_DIR}/${TIMESTAMP}_roadmap-prioritization_cs-product-manager.md
  $ python3 scripts/session_manager.py close >/dev/null
  git session commit 2025-11-22_feature-invoice-automation_c4f88a commits it
  $ found=$(python3 scripts/session_manager.py list | grep "2025-Q4-Sprint-3" | awk '{print $1}')
  $ test "$found" = "$second"
  $ git add output/sessions/ada-lovelace/$found
  $ git commit --quiet -m "docs(sprint): Q4 Sprint 3 planning artifacts"

Workflow 3, security audit:

  $ python3 scripts/session_manager.py create \
  >   --ticket SEC-456 \
  >   --project "Q4 Security Audit" \
  >   --team engineering \
  >   --retention temporary --quiet >/dev/null
  $ export CLAUDE_SESSION_DIR=$(python3 scripts/session_manager.py current | grep "Path:" | cut -d' ' -f2)
  $ echo "Scan" > ${CLAUDE_SESSION_DIR}/${TIMESTAMP}_security-scan_cs-secops.md
  $ echo "Remediation steps..." > ${CLAUDE_SESSION_DIR}/${TIMESTAMP}_remediation-plan_cs-secops.md
  $ python3 scripts/session_manager.py close >/dev/null
  git session commit 2025-11-22_feature-invoice-automation_5d2e61 commits it

Workflow 4, ad-hoc analysis:

  $ python3 scripts/session_manager.py create \
  >   --project "Database Performance Investigation" \
  >   --team engineering \
  >   --retention temporary --quiet >/dev/null
  $ export CLAUDE_SESSION_DIR=$(python3 scripts/session_manager.py current | grep "Path:" | cut -d' ' -f2)
  $ echo "Performance metrics..." > ${CLAUDE_SESSION_DIR}/${TIMESTAMP}_perf-analysis_cs-architect.md
  $ python3 scripts/session_manager.py close >/dev/null
  git session commit 2025-11-22_feature-invoice-automation_6b07f4 commits it

Each session has its own outputs, in the right folder, closed, with the right date:

  $ git session list --user ada-lovelace --sort created --json |
  >   jq -r '.sessions[] | [.context.project, .status.current, (.outputs | length), .retention.expires_at] | join(", ")' | sort
  Database Performance Investigation, closed, 1, 2025-12-22
  Invoice Automation System, closed, 2, 2026-05-22
  Q4 Security Audit, closed, 2, 2025-12-22
  Q4 Sprint 3 Planning, closed, 2, 2025-12-13

Batch creation, and the report of a CI job on the last one:

  $ for ticket in PROJ-123 PROJ-124 PROJ-125; do
  >   python3 scripts/session_manager.py create \
  >     --ticket $ticket \
  >     --project "Sprint 3 Stories" \
  >     --team product \
  >     --retention sprint --quiet >/dev/null
  > done
  $ python3 scripts/session_manager.py report --format json > session-report.json
  $ jq -r '.context.ticket' session-report.json
  PROJ-125
  $ jq '.outputs | length' session-report.json
  0

A custom retention date, written into the file by hand:

  $ id=$(git session current --id)
  $ sed -i 's/  expires_at: .*/  expires_at: "2026-12-31"  # Custom date/' output/sessions/ada-lovelace/$id/.session-metadata.yaml
  $ git session report --format json | jq -r .retention.expires_at
  2026-12-31
  $ git session doctor --quiet
  output/sessions: note: git merges the metadata of several users line by line in this clone [no-merge-driver]
  output/sessions/grace-hopper: note: 'ada-lovelace' may be the same person: both have one e-mail address [similar-users]

Search and discovery, as the guide types it:

  $ python3 scripts/session_manager.py search --ticket PROJ-123 | wc -l
  2
  $ python3 scripts/session_manager.py search --ticket PROJ-12 | wc -l
  no session fits
  0
  $ python3 scripts/session_manager.py search --project "Invoice Automation" | wc -l
  1
  $ python3 scripts/session_manager.py search --agent cs-business-analyst | wc -l
  1
  $ python3 scripts/session_manager.py list --status active | wc -l
  5
  $ python3 scripts/session_manager.py list --team engineering | wc -l
  3
  $ python3 scripts/session_manager.py list --user grace-hopper | wc -l
  2
  $ python3 scripts/session_manager.py search --expiring-within 30 | wc -l
  7

And the clean-up that is made by hand:

  $ mkdir -p output/archive && mv output/sessions/ada-lovelace/$first output/archive
  $ git session list --status archived | cut -f1 | grep -c .
  1
