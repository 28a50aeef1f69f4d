git session schema prints JSON Schemas, which what the verbs print conforms to.

  $ . "$TESTDIR/setup.sh"
  $ make_session --ticket PROJ-123 --tag invoices
  $ cat >conforms.py <<END
  > import json, subprocess, sys
  > import jsonschema, yaml
  > def schema(name):
  >     return json.loads(subprocess.check_output(["git-session", "schema", name]))
  > def check(name, value):
  >     jsonschema.Draft202012Validator.check_schema(schema(name))
  >     for error in jsonschema.Draft202012Validator(schema(name)).iter_errors(value):
  >         print(name, list(error.path), error.message)
  > for line in sys.stdin:
  >     name, command = line.split(None, 1)
  >     done = subprocess.run(command, shell=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
  >     if name == "metadata":
  >         check(name, yaml.load(done.stdout, Loader=yaml.BaseLoader) and yaml.safe_load(done.stdout))
  >     else:
  >         check(name, json.loads(done.stdout))
  > END
  $ echo "# Hello" >output/sessions/ada-lovelace/$id/hello.md
  $ /usr/bin/python3 conforms.py <<END
  > metadata git session schema --template
  > metadata cat output/sessions/*/*/.session-metadata.yaml
  > doctor git session doctor --json
  > add git session add --json output/sessions/ada-lovelace/$id/hello.md README.md
  > add git session add --json --link https://x.example.com x.bin
  > run git session run --json --agent cs-x --topic t -- sh -c 'echo x; exit 3'
  > run git session run --json --agent cs-x --topic t -- false
  > update git session update --json --ticket PROJ-7 --add-tag x --retention permanent
  > update git session update --json --ticket PROJ-7
  > close git session close --json
  > close git session close --json $id
  > reopen git session reopen --json $id
  > commit git session commit --json
  > commit git session commit --json
  > archive git session archive --json --dry-run
  > archive git session archive --json
  > restore git session restore a3f42c --json
  > error git session current --session nobody --json
  > error git session current --session '' --json
  > error git session create --jsn --json
  > END

The template is a metadata file that is valid as it stands, and doctor agrees:

  $ git session schema --template | head -4
  # Made by git-session. Edit it by hand or with: git session update
  schema: 1                                                       # The version of this layout
  session_id: "2025-11-22_feature-invoice-automation_a3f42c"      # The folder's name
  created_at: "2025-11-22T08:00:00Z"                              # When the session was made
  $ mkdir -p output/sessions/grace/2025-11-22_feature-invoice-automation_a3f42c
  $ git session schema --template >output/sessions/grace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml
  $ git session doctor grace/2025-11-22_feature-invoice-automation_a3f42c
  output/sessions/grace/2025-11-22_feature-invoice-automation_a3f42c/.session-metadata.yaml:21: '2025-11-22_08-15-30_invoice-process_cs-business-analyst.md' is listed but not there [missing-output]
  1 problem in 1 of 1 session
  [1]
  $ git session schema nonsense
  git session: no schema 'nonsense'
  hint: git session schema --names lists them
  [1]
