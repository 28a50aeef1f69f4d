git session schema prints JSON Schemas, which what the verbs print conforms to.

  $ . "$TESTDIR/setup.sh"
  $ cat >conforms.py <<END
  > import json, subprocess, sys
  > import jsonschema, yaml
  > def ask(*words):
  >     return json.loads(subprocess.check_output(["git-session", *words]))
  > schemas = {name["name"]: ask("schema", name["name"]) for name in ask("schema", "--names", "--json")["names"]}
  > unused = set(schemas)
  > def bare_words_of_lists(value, key):
  >     if isinstance(value, dict):
  >         for name, item in value.items():
  >             if name != "extra":  # as the file has it
  >                 yield from bare_words_of_lists(item, name)
  >     elif isinstance(value, list):
  >         for item in value:
  >             if not isinstance(item, dict) and key not in ("tags", "choices"):
  >                 yield key
  >             yield from bare_words_of_lists(item, key)
  > def check(name, value):
  >     for error in jsonschema.Draft202012Validator(schemas[name]).iter_errors(value):
  >         print(name, list(error.path), error.message, *(e.message for e in error.context or ()))
  >     if name not in ("metadata", "schema"):
  >         for key in bare_words_of_lists(value, ""):
  >             print(name, key, "holds bare words")
  >     if name != "metadata" and value["schema"] != 1:
  >         print(name, "has no schema")
  >     unused.discard(name)
  > for schema in schemas.values():
  >     jsonschema.Draft202012Validator.check_schema(schema)
  > for verb in ask("help", "--json")["commands"]:
  >     if verb["name"] not in schemas:
  >         print(verb["name"], "has no schema")
  > for line in sys.stdin:
  >     name, command = line.split(None, 1)
  >     done = subprocess.run(command, shell=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
  >     if name == "metadata":
  >         check(name, yaml.safe_load(done.stdout))
  >     else:
  >         value = json.loads(done.stdout)
  >         if ("error" in value) != (name == "error"):
  >             print(command.strip(), value.get("error"))
  >         check(name, value)
  > for name in sorted(unused):
  >     print("nothing was printed for", name)
  > END

Every verb, each of its shapes. Nothing is said: all of them conform, and no schema is left over.

  $ make_repository repository feature/PROJ-123-invoices
  $ git config --file .gitsession core.pager cat
  $ S=output/sessions/ada-lovelace/2025-11-22_feature-proj-123-invoices_a3f42c
  $ id=a3f42c
  $ /usr/bin/python3 ../conforms.py <<END
  > init git session init --json --dry-run
  > init git session init --json --scripts --quiet-search
  > setup git session setup --merge-driver --json
  > setup git session setup --merge-driver --check --json
  > setup git session setup claude codex --dry-run --json
  > setup git session setup claude codex --yes --json
  > setup git session setup --check --json
  > setup git session setup --remove --yes --json
  > error git session setup claude --json
  > merge-file printf 'tags: [a]\\nuser: x\\n' >../1; printf 'user: y\\n' >../2; printf 'user: z # w\\n' >../3; git session merge-file --json ../1 ../2 ../3
  > merge-file echo 'tags: [' >../2; git session merge-file --json ../1 ../2 ../3
  > create git session create --json --team engineering --project X --tag invoices --note 'A note' --link jira=https://x.example.com --stakeholder 'Grace <grace@example.com> (lead)'
  > create git session create --json --reuse
  > status git session --json
  > status git session status --json
  > metadata git session schema --template
  > metadata cat $S/.session-metadata.yaml
  > add echo '# Hello' >$S/hello.md; git session add --json $S/hello.md README.md
  > add git session add --json $S/hello.md --type reports
  > add git session add --json $S/hello.md
  > add git session add --json --link https://x.example.com x.bin
  > run git session run --json --agent cs-x --topic t -- sh -c 'echo x; exit 3'
  > run git session run --json --agent cs-x --topic t -- false
  > error git session run --json --agent cs-x --topic t -- no-such-program
  > doctor git session doctor --json
  > status echo x >$S/new.md; rm $S/hello.md; git session status --json
  > current git session current --json
  > env git session env --json
  > update git session update --json --ticket PROJ-7 --add-tag x --retention permanent
  > update git session update --json --ticket PROJ-7
  > update git session update --json --where ticket='PROJ-*' --epic PROJ-1 --dry-run
  > update git session update --json --where ticket='PROJ-*' --epic PROJ-1 --yes
  > undo git session undo --json --dry-run
  > undo git session undo --json
  > undo git session undo --json --list
  > show git session show --json
  > show git session show --json :new.md
  > report git session report --json
  > report git session report --format json --ticket PROJ-7
  > report git session report --against main --json
  > promote git session promote new.md --confluence-url https://x.example.com/display/A/B --json
  > promote git session promote new.md --confluence-url https://x.example.com/x/QOIB --notify a@example.com --json
  > promote git session promote --list --json
  > promote git session promote --prepare new.md --json
  > check-secrets printf 'password: "%s%s"\n' Zq8vLw2KxR5t Yb7NcMd3Fg6H >$S/leak.md; git session check-secrets --json $S/leak.md
  > check-secrets git session check-secrets --all --json
  > add git session add --json $S/leak.md
  > run git session run --json --agent cs-x --topic t -- cat $S/leak.md
  > error git session commit --json
  > error git session promote leak.md --confluence-url https://x.example.com/x/QOIB --json
  > promote git -c session.secrets=warn session promote leak.md --confluence-url https://x.example.com/x/QOIC --json
  > commit git -c session.secrets=warn session commit --json
  > commit git session commit --json
  > close git session close --json
  > close git session close --json $id
  > error git session close --json
  > error git session use --json $id
  > status git session status --json
  > reopen git session reopen --json $id
  > use git session use --json $id
  > archive git session archive --json --dry-run
  > archive git session archive --json
  > update git session update --json --session $id --ticket PROJ-8
  > error git session close --json $id
  > list git session list --json --all
  > search git session search --json --ticket PROJ-7
  > report git session report --against main --json --promoted-only
  > restore git session restore $id --json
  > migrate mkdir -p output/reports; echo x >output/reports/x.md; git session migrate --json
  > migrate git session migrate --json --execute --yes
  > migrate git session migrate --json --remove-legacy
  > migrate git session migrate --json --rollback
  > error git session migrate --json --rollback
  > adopt mkdir -p output/sessions/grace/2025-10-03_old; echo x >output/sessions/grace/2025-10-03_old/a.md; git session adopt --json output/sessions/grace/2025-10-03_old
  > adopt rm -r output/sessions/grace/2025-10-03_old; echo x >SUMMARY.md; git add SUMMARY.md; git session adopt --stray --json
  > error git session adopt --json
  > use git session use --none --json
  > gc git session update -q --session $id --expires 2020-01-01 && git session gc --json
  > gc mkdir $S/drafts && touch -d 2020-01-01 $S/drafts/idea.md && git session gc --execute --yes --json
  > undo git session undo --list --json
  > undo git session undo --json
  > schema git session schema --json
  > schema git session schema list --json
  > schema git session schema --names --json
  > schema git session schema --template --json
  > config git session config --json
  > keep mkdir -p docs; echo x >docs/kept.md; git session keep --json --session $id docs/kept.md --dry-run
  > keep git session keep --json --session $id docs/kept.md
  > prime git session prime --json
  > prime git session prime --json --budget 1 $id
  > hook sed "s#@CWD@#$PWD#; s/@CHAT@/chat-1/" $PAYLOADS/claude/session-start.json | git session hook --json
  > hook echo x >$S/hook.md; sed "s#@CWD@#$PWD#; s/@CHAT@/chat-1/; s#@FILE@#$PWD/$S/hook.md#" $PAYLOADS/claude/write.json | git session hook --json
  > convert echo '![a](b.png) <x>' | git session convert --json
  > help git session help --json
  > help git session help run --json
  > help git session run -h --json
  > help git session -h --json
  > mcp git session mcp --tools --json
  > error git session mcp --json
  > version git session version --json
  > version git session --version --json
  > error git session current --session nobody --json
  > error git session current --session '' --json
  > error git session create --jsn --json
  > error git -C .. session list --json
  > END

So does what is read from metadata that people wrote by hand, or that cannot be read.

  $ hand() { mkdir -p output/sessions/$1 && cat >output/sessions/$1/.session-metadata.yaml; }
  $ hand ada-lovelace/2025-10-01_by-hand_0a1b2c <<END
  > user: ada
  > team: engineering
  > status: completed
  > created_at: 2025-10-01 08:00
  > work_context: {description: By hand, ticket: null}
  > cost: [1, {centre: 4711}]
  > outputs: [a.md, {file: ../../../x.py, promoted: "False", words: 12}, {file: 7, created_at: noon}]
  > stakeholders: [Grace, {name: Ada, phone: 1}]
  > retention: permanent
  > tags: [x, 7]
  > END
  $ hand grace/2025-10-02_broken_0a1b2d <<END
  > status: active
  >   x: y
  > END
  $ mkdir -p output/sessions/grace/2025-10-03_none_0a1b2e && echo x >output/sessions/grace/2025-10-03_none_0a1b2e/a.md
  $ /usr/bin/python3 ../conforms.py <<END | grep -v '^nothing was printed'
  > list git session list --json
  > list git session list --format json --status active --limit 1
  > search git session search --json --user grace
  > search git session search --json --ticket none
  > show git session show --json 0a1b2c
  > show git session show --json 0a1b2c:a.md
  > report git session report --json 0a1b2e
  > report git session report --json --user grace
  > report git session report --json --against HEAD
  > doctor git session doctor --json
  > status git session status --json --session 0a1b2d
  > update git session update --json 0a1b2c --add-tag z --remove-stakeholder Grace --set centre=1
  > add echo a >output/sessions/grace/2025-10-03_none_0a1b2e/b.md; git session add --json --session 0a1b2e b.md
  > close git session close --json 0a1b2e
  > error git session close --json 0a1b2d
  > error git session show --json 2025-1
  > END
  [1]
  $ git session list --json 2>/dev/null | python3 -c '
  > import json, sys
  > for session in json.load(sys.stdin)["sessions"]:
  >     print(session["shape"], session["status"]["current"])'
  version 1 active
  version 1 closed
  unreadable None
  drifted closed

The template is a metadata file that is valid as it stands, and doctor agrees:

  $ git session schema --template | head -4
  # Made by git-session. Edit it by hand or with: git session update
  schema: 1                                                       # The version of this layout
  session_id: "2025-11-22_feature-invoice-automation_a3f42c"      # The folder's name
  created_at: "2025-11-22T08:00:00Z"                              # When the session was made
  $ mkdir -p output/sessions/grace/2025-11-22_feature-invoice-automation_a3f42c
  $ git session schema --template >output/sessions/grace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
  $ rm .gitsession
  $ git session doctor grace/2025-11-22_feature-invoice-automation_a3f42c
  output/sessions/grace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml:21: warning: '2025-11-22_08-15-30_invoice-process_cs-business-analyst.md' is listed but not there [missing-output]
  1 session checked: 1 warning
  [1]
  $ git session schema nonsense
  git session: no schema 'nonsense'
  hint: git session schema --names lists them
  [1]
