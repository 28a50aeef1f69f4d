What a session did, for others.

  $ . "$TESTDIR/setup.sh"
  $ make_repository
  $ id=2025-11-20_invoices_a3f42c
  $ mkdir -p "output/sessions/ada/$id/drafts" "output/sessions/ada/$id/sub"
  $ cd "output/sessions/ada/$id"
  $ cat >.session-metadata.yaml <<'END'
  > session_id: "2025-11-20_invoices_a3f42c"
  > created_at: "2025-11-20T08:00:00Z"
  > created_by: {user: "ada", email: "ada@example.com", team: "engineering"}
  > context: {branch: "feature/invoices", ticket: "PROJ-123", project: "Invoice | Automation", sprint: "2025-Q4-Sprint-3"}
  > status: {current: "closed", closed_at: "2025-11-21T09:30:00Z"}
  > outputs:
  >   - {file: "2025-11-20_09-00-00_review_cs-architect.md", agent: "cs-architect", type: "reviews", created_at: "2025-11-20T09:00:00Z", promoted: true, promoted_to: "https://wiki.example.com/1", model: "large"}
  >   - {file: "gone.md", type: "analysis"}
  >   - {file: "../../../../src/main.cpp", type: "code"}
  >   - {file: "link.md", type: "analysis"}
  > stakeholders:
  >   - {name: "Sarah Connor", role: "Product <b>owner</b>", email: "sarah@example.com"}
  > retention: {policy: "project", expires_at: "2026-05-20", reason: "Standard"}
  > links: {jira: "https://jira.example.com/browse/PROJ-123", other: "javascript:alert(1)"}
  > tags: [backend, q4]
  > notes: |
  >   # First
  >   see <script>alert(1)</script> ![x](http://spy.example.com/x.png)
  > 
  >   - a list
  > strange: {deep: [1, 2]}
  > END
  $ printf '# Architecture *review* | part 1\n\nText\n' >2025-11-20_09-00-00_review_cs-architect.md
  $ printf '======\nScan results\n======\n' >sub/scan_cs-secops.txt
  $ echo '# Draft' >drafts/d.md
  $ echo '# Secret' >../secret.md
  $ ln -s ../secret.md link.md
  $ printf '\000binary' >logo.md
  $ cd - >/dev/null
  $ find output -type f -exec touch -d 2025-11-21T10:00:00Z {} +

The Markdown can be pasted: nothing from the metadata is markup.

  $ git session report $id | sed 's/^>/(quoted)/'
  # Session 2025-11-20_invoices_a3f42c
  
  - **Project:** Invoice \| Automation
  - **Ticket:** PROJ-123
  - **Sprint:** 2025-Q4-Sprint-3
  - **Created by:** ada (ada@example.com), team engineering
  - **Created:** 2025-11-20 08:00 UTC
  - **Branch:** feature/invoices
  - **Status:** closed since 2025-11-21 09:30 UTC
  - **Retention:** project, until 2026-05-20 (in 179 days): Standard
  - **Tags:** backend, q4
  - **Folder:** output/sessions/ada/2025-11-20_invoices_a3f42c/
  
  ## Outputs
  
  6 outputs, 1 promoted, 1 missing, 2 not listed.
  
  | # | Output | Title | Agent | Type | Created (UTC) | Size | Remarks |
  | --- | --- | --- | --- | --- | --- | --- | --- |
  | 1 | 2025-11-20_09-00-00_review_cs-architect.md | Architecture review \| part 1 | cs-architect (large) | reviews | 2025-11-20 09:00 | 39 B | promoted to <https://wiki.example.com/1> |
  | 2 | gone.md |  |  | analysis |  |  | **missing** |
  | 3 | ../../../../src/main.cpp |  |  | code |  |  | leads out of the session, not opened |
  | 4 | link.md |  |  | analysis |  |  | leads out of the session, not opened |
  | 5 | logo.md |  |  |  | 2025-11-21 10:00 | 7 B | not listed in the metadata |
  | 6 | sub/scan_cs-secops.txt | Scan results | cs-secops |  | 2025-11-21 10:00 | 27 B | not listed in the metadata |
  
  ## Stakeholders
  
  - Sarah Connor, Product \<b>owner\</b>, sarah@example.com
  
  ## Links
  
  - jira: <https://jira.example.com/browse/PROJ-123>
  - other: javascript:alert(1)
  
  ## Notes
  
  (quoted) # First
  (quoted) see \<script>alert(1)\</script> !\[x](http://spy.example.com/x.png)
  (quoted)
  (quoted) - a list
  $ git session report a3f42c --promoted-only | grep '^| 1'
  | 1 | 2025-11-20_09-00-00_review_cs-architect.md | Architecture review \| part 1 | cs-architect (large) | reviews | 2025-11-20 09:00 | 39 B | promoted to <https://wiki.example.com/1> |

JSON is the metadata, normalised.

  $ git session report $id --format json >report.json
  $ python3 -c '
  > import json
  > report = json.load(open("report.json"))
  > print(list(report))
  > print(len(report["outputs"]), report["shape"], report["path"])
  > for output in report["outputs"]: print(output["file"], output["listed"], output["exists"], output["outside"], output["bytes"])
  > print(report["extra"])
  > '
  ['schema', 'session_id', 'created_at', 'created_by', 'context', 'status', 'outputs', 'retention', 'stakeholders', 'links', 'tags', 'notes', 'user', 'path', 'metadata_schema', 'shape', 'problems', 'extra', 'ticket_summary', 'ticket_state']
  6 version 1 output/sessions/ada/2025-11-20_invoices_a3f42c
  2025-11-20_09-00-00_review_cs-architect.md True True False 39
  gone.md True False False None
  ../../../../src/main.cpp True False True None
  link.md True False True None
  logo.md False True False 7
  sub/scan_cs-secops.txt False True False 27
  {'strange': {'deep': [1, 2]}}
  $ git session report $id --json | cmp - report.json
  $ git session report --json --promoted-only $id | grep -o '"file":"[^"]*"'
  "file":"2025-11-20_09-00-00_review_cs-architect.md"

Over many: one report, from the beginning. What cannot be read is said, with exit code 4.

  $ mkdir -p output/archive/grace/2025-11-10_old_7b89de output/sessions/grace/2025-11-21_ledger_c19f03 output/sessions/grace/broken
  $ cat >output/archive/grace/2025-11-10_old_7b89de/.session-metadata.yaml <<'END'
  > session_id: 2025-11-10_old_7b89de
  > created_at: 2025-11-10T08:00:00
  > user: grace
  > team: product
  > status: completed
  > work_context: {branch: main, ticket: PROJ-123, project: Old}
  > outputs: []
  > END
  $ echo 'a: [' >output/sessions/grace/broken/.session-metadata.yaml
  $ git session report --ticket PROJ-123 | head -27
  git session: output/sessions/grace/broken/.session-metadata.yaml:2: not valid YAML: did not find expected node content
  # Sessions: ticket PROJ-123
  
  2 sessions, 6 outputs, 1 promoted.
  
  | Session | Created by | Status | Team | Ticket | Sprint | Project | Outputs | Promoted | Expires |
  | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
  | 2025-11-10_old_7b89de | grace | archived | product | PROJ-123 |  | Old | 0 |  |  |
  | 2025-11-20_invoices_a3f42c | ada | closed | engineering | PROJ-123 | 2025-Q4-Sprint-3 | Invoice \| Automation | 6 | 1 | in 179 days |
  
  ## Session 2025-11-10_old_7b89de
  
  - **Project:** Old
  - **Ticket:** PROJ-123
  - **Created by:** grace, team product
  - **Created:** 2025-11-10 08:00 UTC
  - **Branch:** main
  - **Status:** archived
  - **Folder:** output/archive/grace/2025-11-10_old_7b89de/
  
  ### Outputs
  
  None.
  
  ## Session 2025-11-20_invoices_a3f42c
  
  - **Project:** Invoice \| Automation
  - **Ticket:** PROJ-123
  $ git session report --ticket PROJ-123 >/dev/null 2>&1
  [4]
  $ git session report --ticket PROJ-123 --json 2>/dev/null | python3 -c '
  > import json, sys
  > answer = json.load(sys.stdin)
  > print([session["session_id"] for session in answer["sessions"]], [problem["code"] for problem in answer["problems"]])'
  ['2025-11-10_old_7b89de', '2025-11-20_invoices_a3f42c'] ['unreadable-metadata']
  $ git session report --team product --promoted-only 2>/dev/null
  # Sessions: team product
  
  0 sessions, 0 outputs.
  [4]
  $ git session report broken
  git session: output/sessions/grace/broken/.session-metadata.yaml:2: not valid YAML: did not find expected node content
  [1]
  $ git session report $id --ticket PROJ-123
  git session: a session and filters cannot be combined
  hint: give one of them
  [2]
  $ git session report
  git session: no current session for ada-lovelace on branch 'main'
  hint: git session create starts one
  [3]
  $ git session report 2025-11-21
  # Session 2025-11-21_ledger_c19f03
  
  - **Created by:** grace
  - **Created:** 2025-11-21 (from its name)
  - **Status:** no metadata: what follows is what lies in the folder
  - **Folder:** output/sessions/grace/2025-11-21_ledger_c19f03/
  
  ## Outputs
  
  None.

What a branch adds.

  $ rm -r output/sessions/grace/broken
  $ git add --all && git commit --quiet --message "Sessions"
  $ git session report --against main
  ## Sessions on this branch
  
  Nothing changed since main.
  $ git checkout --quiet -b feature/x
  $ echo "# Changed" >"output/sessions/ada/$id/2025-11-20_09-00-00_review_cs-architect.md"
  $ echo "# New" >"output/sessions/ada/$id/new_cs-architect.md"
  $ git rm --quiet "output/sessions/ada/$id/sub/scan_cs-secops.txt"
  $ echo "tags: [late]" >>output/archive/grace/2025-11-10_old_7b89de/.session-metadata.yaml
  $ git commit --quiet --all --message "Work"
  $ mkdir output/sessions/ada/2025-11-22_fresh_03c4f8
  $ printf 'session_id: 2025-11-22_fresh_03c4f8\ncontext: {project: Fresh, ticket: PROJ-7}\n' >output/sessions/ada/2025-11-22_fresh_03c4f8/.session-metadata.yaml
  $ echo "# Plan" >output/sessions/ada/2025-11-22_fresh_03c4f8/plan.md
  $ git session report --against main
  ## Sessions on this branch
  
  3 sessions, 2 outputs added, 1 output changed, 1 output removed since main.
  
  ### PROJ-123, Old
  
  2025-11-10_old_7b89de: grace, team product, archived, metadata changed
  
  ### PROJ-123, Invoice \| Automation
  
  2025-11-20_invoices_a3f42c: ada (ada@example.com), team engineering, closed since 2025-11-21 09:30 UTC, kept until 2026-05-20 (in 179 days)
  
  | Output | Title | Agent | Type | Size | Change |
  | --- | --- | --- | --- | --- | --- |
  | 2025-11-20_09-00-00_review_cs-architect.md | Changed | cs-architect (large) | reviews | 10 B | changed |
  | new_cs-architect.md | New | cs-architect |  | 6 B | added |
  | sub/scan_cs-secops.txt |  |  |  |  | removed |
  
  ### PROJ-7, Fresh (new)
  
  2025-11-22_fresh_03c4f8: ada, active
  
  | Output | Title | Size | Change |
  | --- | --- | --- | --- |
  | plan.md | Plan | 7 B | added |
  $ git session report --against main --json | python3 -c '
  > import json, sys
  > answer = json.load(sys.stdin)
  > print(answer["against"], answer["removed"])
  > for session in answer["sessions"]: print(session["session_id"], session["new"], session["metadata_changed"], session["changes"])'
  main []
  2025-11-10_old_7b89de False True []
  2025-11-20_invoices_a3f42c False False [{'file': '2025-11-20_09-00-00_review_cs-architect.md', 'change': 'changed'}, {'file': 'new_cs-architect.md', 'change': 'added'}, {'file': 'sub/scan_cs-secops.txt', 'change': 'removed'}]
  2025-11-22_fresh_03c4f8 True True [{'file': 'plan.md', 'change': 'added'}]
  $ mv output/sessions/ada/$id output/archive/grace/
  $ git session report --against main | grep -A5 Automation
  ### PROJ-123, Invoice \| Automation
  
  2025-11-20_invoices_a3f42c: ada (ada@example.com), team engineering, archived, kept until 2026-05-20, moved from output/sessions/ada/2025-11-20_invoices_a3f42c, metadata changed
  
  | Output | Title | Agent | Type | Size | Change |
  | --- | --- | --- | --- | --- | --- |
  $ rm -r output/archive/grace/2025-11-10_old_7b89de
  $ git session report --against main | tail -4
  
  ### No longer here
  
  - output/archive/grace/2025-11-10_old_7b89de
  $ git session report --against nowhere
  git session: 'nowhere' names no commit
  hint: git log --oneline
  [1]
  $ git branch elsewhere $(git commit-tree -m Elsewhere HEAD^{tree})
  $ git session report --against elsewhere
  git session: 'elsewhere' and this branch have no commit in common
  hint: git fetch --unshallow brings the commits that a shallow clone lacks
  [1]
  $ git session report --against main --ticket PROJ-1
  git session: --against and filters cannot be combined
  hint: give one of them
  [2]
  $ git session report --against main a3f42c
  git session: a session and --against cannot be combined
  hint: give one of them
  [2]
