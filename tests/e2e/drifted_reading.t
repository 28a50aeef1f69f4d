Sessions as people and agents wrote them by hand: three shapes, one folder without metadata.

  $ . "$TESTDIR/setup.sh"
  $ sample_repository drifted

  $ git session list | cut -f1,3,5,8,9 | tr '\t' '|'
  2025-12-14_17-56-00_python-scripts-analysis|closed||3|
  2025-11-28_competitive-analysis-slash-command-factory|no metadata||1|
  2025-11-25_architecture-review|active||6|2026-05-25
  2025-11-24_20-33-06_docs-reorganization|closed||15|2026-05-24
  2025-11-22_main_253aab|active||11|2026-05-21
  2025-11-22_migration-legacy-outputs_000000|closed|MIGRATION-001|12|2025-12-22
  $ git session search --team engineering --since 2025-11-25 --format ids
  2025-12-14_17-56-00_python-scripts-analysis
  2025-11-25_architecture-review
  $ git session search --expiring-within 30 --format table
  ID                                          USER              STATUS  TEAM     TICKET         SPRINT  PROJECT                   OUTPUTS  EXPIRES
  2025-11-22_migration-legacy-outputs_000000  rickydwilson-dcs  closed  unknown  MIGRATION-001          Legacy Outputs Migration       12  in 30 days
  $ git session search --where 'key_findings=*'
  2025-12-14_17-56-00_python-scripts-analysis\trickywilson\tclosed\tengineering\t\t\tPython Scripts Quality Analysis\t3\t (esc)
  $ git session search --agent cs-secops --format ids
  2025-11-22_migration-legacy-outputs_000000

Each has a report, and its JSON counts every output.

  $ for id in $(git session list --format ids); do
  >   git session report "$id" >report.md || echo "report: $?"
  >   git session report "$id" --format json >report.json || echo "json: $?"
  >   jq -S 'del(.ticket_summary, .ticket_state)' report.json | cmp - <(git session show "$id" --json | jq -S .)
  >   python3 -c 'import json; s = json.load(open("report.json")); print(s["shape"], len(s["outputs"]), sum(o["outside"] for o in s["outputs"]), sum(o["listed"] and not o["exists"] for o in s["outputs"]), sum(not o["listed"] for o in s["outputs"]), s["retention"]["policy"])'
  >   grep -c '^| [0-9]' report.md
  > done
  drifted 3 0 0 2 permanent
  3
  none 1 0 0 1 None
  1
  drifted 6 5 5 0 project
  6
  drifted 15 0 2 0 project
  15
  version 1 11 0 0 0 project
  11
  version 1 12 0 1 2 temporary
  12
  $ git session report --project Documentation | sed -n '/^## Outputs/,/^$/d; /missing/p'
  15 outputs, 2 missing.
  | 12 | reorganization-script.sh |  | script | 2025-11-24 21:33 |  | **missing** |
  | 15 | update-catalog.sh |  | script | 2025-11-24 21:47 |  | **missing** |
  $ git session show 2025-11-25:skill_builder.py
  git session: '../../../scripts/skill_builder.py' lies outside the session folder
  hint: open it yourself, if you trust what names it
  [5]
  $ git session list --json | python3 -c 'import json, sys; print(json.load(sys.stdin)["problems"])'
  []
  $ git status --short
  ?? report.json
  ?? report.md
