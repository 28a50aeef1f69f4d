Secrets are named when they are recorded, and stopped when they would be committed. No example here is real; they are put
together only when the example runs.

  $ . "$TESTDIR/setup.sh"
  $ make_session
  $ cd "$(git rev-parse --show-toplevel)"
  $ S=$(git session current --path)
  $ R=output/sessions/ada-lovelace/$id
  $ token=$(printf 'ghp_%s%s' Zq8vLw2KxR5tYb7NcMd3 Fg6Hj9PsTu4Vk1Xa)
  $ printf '# Login\n\nIt works with %s, says the agent.\n' "$token" >login.md

The warning has the place, the rule and what it is, and nothing of the secret itself:

  $ git session add login.md --agent cs-secops --topic login
  Added: 2025-11-22_08-15-30_login_cs-secops.md
  warning: login.md:3:15: github-token: ghp_\xe2\x80\xa6 (esc)
  $ git session commit
  git session: output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/2025-11-22_08-15-30_login_cs-secops.md:3:15 looks like a secret (github-token): nothing was committed
  hint: take it out; what is none gets 'git-session: allow-secret' on its line or a line in output/.secrets-allow; git -c session.secrets=warn session commit goes on all the same
  [5]
  $ git status --short
  ?? login.md
  ?? output/
  $ git session commit --json | jq -c '.error.reason, .error.secrets[]'
  "secret"
  {"path":"output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/2025-11-22_08-15-30_login_cs-secops.md","line":3,"column":15,"rule":"github-token","excerpt":"ghp_\xe2\x80\xa6","fingerprint":"421999944e62ddcc42e1476246e7f21bc7231c3b0e15b9e9606272b1e1354c5a","allowed_by":null,"redacted":false} (esc)
  $ git session commit --json | grep -c "$token"
  0
  [1]

A message is committed as well:

  $ mv "$S"/*_login_* . && git session commit -m "Use $token"
  git session: the message:1:5 looks like a secret (github-token): nothing was committed
  hint: take it out; what is none gets 'git-session: allow-secret' on its line or a line in output/.secrets-allow; git -c session.secrets=warn session commit goes on all the same
  [5]

So is what somebody calls a title, in the metadata:

  $ git session add README.md --topic readme --agent cs-secops --title "$token" && git session commit
  Added: 2025-11-22_08-15-30_readme_cs-secops.md
  git session: output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml:34:13 looks like a secret (github-token): nothing was committed
  hint: take it out; what is none gets 'git-session: allow-secret' on its line or a line in output/.secrets-allow; git -c session.secrets=warn session commit goes on all the same
  [5]

check-secrets looks when asked: at the files of the session, at any files, at standard input:

  $ git session check-secrets
  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml:34:13: github-token: ghp_\xe2\x80\xa6 (esc)
  2 files checked: 1 place looks like a secret
  [1]
  $ rm "$S"/*_readme_* && sed -i '/^outputs:/,/^stakeholders/c\outputs: []\nstakeholders: []' "$S/.session-metadata.yaml" && git session commit
  [feature/invoice-automation 3a77c7c] docs(session): update Invoice Automation session
  1 file of session 2025-11-22_feature-invoice-automation_a3f42c
  $ git session check-secrets
  1 file checked, no secrets
  $ git session check-secrets login.md README.md
  login.md:3:15: github-token: ghp_\xe2\x80\xa6 (esc)
  2 files checked: 1 place looks like a secret
  [1]
  $ git session check-secrets --json login.md | jq -c '.checked, .secrets[].fingerprint'
  1
  "421999944e62ddcc42e1476246e7f21bc7231c3b0e15b9e9606272b1e1354c5a"
  $ cat login.md | git session check-secrets -
  standard input:3:15: github-token: ghp_\xe2\x80\xa6 (esc)
  1 file checked: 1 place looks like a secret
  [1]
  $ git session check-secrets no-such-file
  git session: there is no file 'no-such-file'
  [1]
  $ git session check-secrets --all login.md
  git session: --all goes without files and without --session
  hint: git session check-secrets --all
  [2]

What it knows, each with where it stands:

  $ key() { echo "-----BEGIN $1-----"; printf '%s%s\n' Zq8vLw2KxR5tYb7NcMd3Fg6Hj9PsTu4V k1XaZq8vLw2KxR5tYb7NcMd3Fg6Hj9Ps; echo "-----END $1-----"; }
  $ value=$(printf '%s%s' Zq8vLw2KxR5t Yb7NcMd3Fg6H)
  $ cat >all.md <<END
  > $(key 'RSA PRIVATE KEY')
  > db: postgres://app:$(printf 'hunter%s' 2go)@db.company.com/app
  > "apiKey": "$value"
  > | Password | \`$(printf 'Summer%s' '2024!')\` |
  > curl -H "Authorization: Bearer $value" https://company.com
  > IBAN $(printf 'NO%s' 8715038712604), card $(printf '4539 8721 %s' '0648 3195')
  > END
  $ git session check-secrets all.md
  all.md:1:1: private-key: -----BEGIN RSA PRIVATE KEY-----
  all.md:4:20: url-password: ://\xe2\x80\xa6@db.company.com (esc)
  all.md:5:12: assigned-secret: apiKey = \xe2\x80\xa6 (esc)
  all.md:6:15: assigned-secret: Password = \xe2\x80\xa6 (esc)
  all.md:7:32: assigned-secret: Authorization = \xe2\x80\xa6 (esc)
  all.md:8:6: iban: NO\xe2\x80\xa6 (esc)
  all.md:8:28: payment-card: a number of 16 digits
  1 file checked: 7 places look like a secret
  [1]

and what it leaves alone:

  $ cat >none.md <<END
  > commit $(git rev-parse HEAD)
  > secret: $(printf x | sha256sum | cut -d' ' -f1)
  > token: 123e4567-e89b-12d3-a456-426614174000
  > password = os.environ["PASSWORD"]
  > API_KEY=\${API_KEY} TOKEN=<your token> ghp_$(printf 'x%.0s' $(seq 36))
  > "integrity": "sha512-$(printf '%s%s' "$value" "$value")=="
  > END
  $ git session check-secrets none.md
  1 file checked, no secrets

What is no secret says so on its line, or is known to the allow-list by its fingerprint or by where it stands:

  $ echo "| $token | <!-- git-session: allow-secret -->" >marked.md
  $ git session check-secrets marked.md
  marked.md:1:3: github-token: ghp_\xe2\x80\xa6 is allowed by its own line (esc)
  1 file checked, no secrets
  $ git session check-secrets --json login.md | jq -r '.secrets[] | "\(.rule) sha256:\(.fingerprint)  # revoked"' >output/.secrets-allow
  $ git session check-secrets login.md
  login.md:3:15: github-token: ghp_\xe2\x80\xa6 is allowed by output/.secrets-allow:1 (esc)
  1 file checked, no secrets
  $ printf 'assigned-secret all.*\nprivate-key *\nprivate-key\nno-such-rule *.md\ngithub-token sha256:12\n' >output/.secrets-allow
  $ git session check-secrets all.md login.md
  all.md:1:1: private-key: -----BEGIN RSA PRIVATE KEY-----
  all.md:4:20: url-password: ://\xe2\x80\xa6@db.company.com (esc)
  all.md:5:12: assigned-secret: apiKey = \xe2\x80\xa6 is allowed by output/.secrets-allow:1 (esc)
  all.md:6:15: assigned-secret: Password = \xe2\x80\xa6 is allowed by output/.secrets-allow:1 (esc)
  all.md:7:32: assigned-secret: Authorization = \xe2\x80\xa6 is allowed by output/.secrets-allow:1 (esc)
  all.md:8:6: iban: NO\xe2\x80\xa6 (esc)
  all.md:8:28: payment-card: a number of 16 digits
  login.md:3:15: github-token: ghp_\xe2\x80\xa6 (esc)
  warning: output/.secrets-allow:2 allows nothing: it has a pattern that names nothing
  warning: output/.secrets-allow:3 allows nothing: it names neither a fingerprint nor a path
  warning: output/.secrets-allow:4 allows nothing: it begins with no name of a rule
  warning: output/.secrets-allow:5 allows nothing: it has no fingerprint of 64 small hexadecimal digits
  2 files checked: 5 places look like a secret
  [1]
  $ ln -sf ../login.md output/.secrets-allow && git session check-secrets login.md 2>&1 | sed 's| .*/repository/| |'; rm output/.secrets-allow
  login.md:3:15: github-token: ghp_\xe2\x80\xa6 (esc)
  warning: output/.secrets-allow' is or passes through a symbolic link
  1 file checked: 1 place looks like a secret

A commit says what it lets pass, and by which line; what a pattern lets pass is a warning, because the list may have come
by a pull:

  $ cp login.md "$S/login.md" && touch -d 2025-11-22T08:00:00Z "$S/login.md" && echo "github-token $R/*" >output/.secrets-allow
  $ git session add "$S/login.md" --quiet
  warning: output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/login.md:3:15: github-token: ghp_\xe2\x80\xa6 is allowed by output/.secrets-allow:1 (esc)
  $ git session commit
  warning: output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/login.md:3:15: github-token: ghp_\xe2\x80\xa6 is allowed by output/.secrets-allow:1 (esc)
  [feature/invoice-automation 85f96cd] docs(session): add Invoice Automation outputs
  2 files of session 2025-11-22_feature-invoice-automation_a3f42c
  $ git session commit --json | jq -c .secrets
  []
  $ rm output/.secrets-allow

session.secrets says what is done; only git's configuration does, and a slip of the pen opens nothing:

  $ echo "again $token" >>"$S/login.md"
  $ git -c session.secrets=warn session commit
  warning: output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/login.md:3:15: github-token: ghp_\xe2\x80\xa6 (esc)
  warning: output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/login.md:4:7: github-token: ghp_\xe2\x80\xa6 (esc)
  [feature/invoice-automation 49d57b0] docs(session): update Invoice Automation session
  1 file of session 2025-11-22_feature-invoice-automation_a3f42c
  $ echo "again $token" >>"$S/login.md"
  $ git -c session.secrets=off session commit
  [feature/invoice-automation 97ed92d] docs(session): update Invoice Automation session
  1 file of session 2025-11-22_feature-invoice-automation_a3f42c
  $ echo "again $token" >>"$S/login.md"
  $ git -c session.secrets=blok session commit
  git session: 'blok' is not block, warn, redact or off (session.secrets, command line:)
  hint: git config session.secrets block
  [1]
  $ GIT_SESSION_SECRETS=off git session commit --quiet 2>&1 | tail -n 1 | cut -c1-20
  hint: take it out; w
  $ printf '[session]\n\tsecrets = off\n' >.gitsession
  $ git session commit --quiet 2>&1 | grep -v "$R"
  warning: .gitsession may not set session.secrets
  hint: take it out; what is none gets 'git-session: allow-secret' on its line or a line in output/.secrets-allow; git -c session.secrets=warn session commit goes on all the same
  $ rm .gitsession

redact replaces secrets in copies, never in a file elsewhere:

  $ git config session.secrets redact
  $ git session add --move login.md --agent cs-secops --topic login
  Added: 2025-11-22_08-15-30_login_cs-secops.md
  warning: login.md:3:15: github-token: ghp_\xe2\x80\xa6 was redacted (esc)
  warning: 'login.md' was added, not removed: the secrets in it are not in the copy
  [1]
  $ grep -h agent "$S"/*_login_* login.md | sed "s/$token/TOKEN/"
  It works with [redacted: github-token], says the agent.
  It works with TOKEN, says the agent.
  $ printf 'from a pipe: %s\n' "$token" | git session add - --topic pipe --agent cs-secops --quiet
  warning: standard input:1:14: github-token: ghp_\xe2\x80\xa6 was redacted (esc)
  $ git session run --agent cs-secops --topic scan --quiet -- echo "the scan printed $token"
  warning: output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/2025-11-22_08-15-30_scan_cs-secops.md:1:18: github-token: ghp_\xe2\x80\xa6 was redacted (esc)
  $ cat "$S"/*_pipe_* "$S"/*_scan_*
  from a pipe: [redacted: github-token]
  the scan printed [redacted: github-token]
  $ grep command: "$S/.session-metadata.yaml"
      command: "echo 'the scan printed ***'"

A file of the session is such a copy; undo gives back what was there:

  $ printf 'It works with %s.\n' "$token" >"$S/login.md"
  $ sed "s/$token/TOKEN/" "$S/login.md"
  It works with TOKEN.
  $ git session add "$S/login.md"
  Changed: login.md (blob)
  warning: output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/login.md:1:15: github-token: ghp_\xe2\x80\xa6 was redacted (esc)
  $ sed "s/$token/TOKEN/" "$S/login.md"
  It works with [redacted: github-token].
  $ git session undo 2>&1 | sed "s/$token/TOKEN/"
  Undone: operation 8 (add)
    rewrite  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
    rewrite  output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/login.md
  git session undo 9 does it again
  $ sed "s/$token/TOKEN/" "$S/login.md"
  It works with TOKEN.

What comes while git commits is looked at as well:

  $ printf '#!/bin/sh\nprintf "It works with %s.\\n" >"%s" && git add "%s"\n' "$token" "$R/late.md" "$R/late.md" >.git/hooks/pre-commit
  $ chmod +x .git/hooks/pre-commit && rm "$S/login.md" && echo 'It works.' >"$S/late.md" && git session commit
  git session: output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/late.md:1:15 looks like a secret (github-token): it came while git committed, and the commit was taken back
  hint: take it out; what is none gets 'git-session: allow-secret' on its line or a line in output/.secrets-allow; git -c session.secrets=warn session commit goes on all the same
  [5]
  $ git log -1 --format=%s; git diff --cached --name-only | wc -l
  docs(session): update Invoice Automation session
  0
  $ rm .git/hooks/pre-commit "$S/late.md" && printf 'It works with %s.\n' "$token" >"$S/login.md"

What cannot be redacted is refused all the same:

  $ printf '\0%s\0' "$token" >"$S/memory.bin" && git session add "$S/memory.bin"
  Added: memory.bin
  warning: output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/memory.bin:1:2: github-token: ghp_\xe2\x80\xa6 (esc)
  $ git session commit --quiet
  warning: output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/login.md:1:15: github-token: ghp_\xe2\x80\xa6 (esc)
  warning: output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/memory.bin:1:2: github-token: ghp_\xe2\x80\xa6 (esc)
  git session: output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/login.md:1:15 looks like a secret (github-token), and 1 more place does: nothing was committed
  hint: take it out; what is none gets 'git-session: allow-secret' on its line or a line in output/.secrets-allow; git -c session.secrets=warn session commit goes on all the same
  [5]

adopt and migrate take files as they are, and say so:

  $ git config session.secrets block && rm "$S/memory.bin" && git session add --quiet "$S/login.md"
  warning: output/sessions/ada-lovelace/2025-11-22_feature-invoice-automation_a3f42c/login.md:1:15: github-token: ghp_\xe2\x80\xa6 (esc)
  $ mkdir -p output/reports && cp login.md output/reports/2025-11-01_login_cs-secops.md && git session migrate 2>&1 | grep -v '^  '
  output/sessions/ada-lovelace/2025-11-22_migration-legacy-outputs_7b89de/  1 file, 81 B
  warning: output/reports/2025-11-01_login_cs-secops.md:3:15: github-token: ghp_\xe2\x80\xa6 (esc)
  This would move 1 file into 1 session; --execute does it
  $ git session adopt --into "$id" --dry-run all.md 2>&1 | grep -c warning
  7

Nobody's secret is in what is kept for undo where others can read it:

  $ find "$(git rev-parse --git-dir)/session/operations" -type f -perm /077 ! -name operation
