Whatever a metadata file holds, there is a verdict about it at once, and the other sessions are there.

  $ . "$TESTDIR/setup.sh"
  $ make_session
  $ write() { mkdir -p output/sessions/eve/$1 && cat >output/sessions/eve/$1/.session-metadata.yaml; }
  $ cat >../good <<'END'
  > session_id: "x"
  > created_at: "2025-01-01T00:00:00Z"
  > created_by: {user: "eve", email: "e@x", team: "engineering"}
  > context: {branch: "main", project: "P"}
  > status: {current: "active"}
  > outputs: []
  > retention: {policy: "project", expires_at: null}
  > END
  $ after_good() { { cat ../good; printf "$2"; } | write $1; }
  $ repeat() { head -c $2 /dev/zero | sed "s/\x00/$1/g"; }

  $ { echo 'a: &a [x,x,x,x,x,x,x,x,x]'
  >   for pair in ba cb dc ed fe gf hg ih; do
  >     echo "${pair:0:1}: &${pair:0:1} [*${pair:1},*${pair:1},*${pair:1},*${pair:1},*${pair:1},*${pair:1}]"
  >   done; } | write billion-laughs
  $ echo 'a: &a [*a]' | write cyclic
  $ { printf 'a: '; repeat '[' 900000; } | write deep
  $ { printf 'a: '; repeat '{a: ' 20; echo 1; } | write deep-mappings
  $ after_good duplicate-key 'notes: one\nnotes: two\n'
  $ { cat ../good; echo ---; echo 'notes: two'; } | write second-document
  $ { echo '<<<<<<< HEAD'; cat ../good; echo =======; cat ../good; echo '>>>>>>> theirs'; } | write conflict
  $ { cat ../good; repeat '#' 1100000; } | write too-large
  $ after_good nul 'notes: "a\0b"\n'
  $ after_good not-utf8 'notes: "a\xffb"\n'
  $ iconv -f UTF-8 -t UTF-16 ../good | write utf16
  $ after_good unterminated 'notes: "never ended\n'
  $ seq -f 'key%g: 1' 70000 | write many-keys
  $ { cat ../good; seq -f 'tag%g' 100000 | head -c 900000 | tr '\n' , | sed 's/.*/x: [&]/'; } | write many-items
  $ after_good tag 'x: !!python/object/apply:os.system ["touch PWNED"]\n'
  $ after_good complex-key '? [a, b]\n: c\n'
  $ printf '' | write empty
  $ echo '- a' | write list
  $ echo 'words' | write scalar
  $ { printf '%%YAML 9.9\n---\n'; cat ../good; } | write directive
  $ { cat ../good; printf 'notes: "'; repeat x 1000000; echo '"'; } | write long-line
  $ printf '\xef\xbb\xbf' | cat - ../good | write byte-order-mark
  $ after_good merge-key '<<: {a: 1}\n'
  $ after_good newer 'schema: 2\n'
  $ after_good much-newer 'schema: 99999999999999999999999999\n'

  $ timeout 20 git session list 2>/dev/null | cut -f1,3
  2025-11-22_feature-invoice-automation_a3f42c\tactive (esc)
  byte-order-mark\tactive (esc)
  long-line\tactive (esc)
  merge-key\tactive (esc)
  much-newer\tactive (esc)
  newer\tactive (esc)
  billion-laughs\tunreadable (esc)
  complex-key\tunreadable (esc)
  conflict\tunreadable (esc)
  cyclic\tunreadable (esc)
  deep\tunreadable (esc)
  deep-mappings\tunreadable (esc)
  directive\tunreadable (esc)
  duplicate-key\tunreadable (esc)
  empty\tunreadable (esc)
  list\tunreadable (esc)
  many-items\tunreadable (esc)
  many-keys\tunreadable (esc)
  not-utf8\tunreadable (esc)
  nul\tunreadable (esc)
  scalar\tunreadable (esc)
  second-document\tunreadable (esc)
  tag\tunreadable (esc)
  too-large\tunreadable (esc)
  unterminated\tunreadable (esc)
  utf16\tunreadable (esc)
  $ git session list --json >../list.json 2>/dev/null
  [4]
  $ jq -r '.problems[] | "\(.path | split("/")[3]):\(.line) \(.code) \(.message)"' ../list.json | sed "s#'.*/repo#'TOP#"
  billion-laughs:1 unreadable-metadata an anchor, '&a'
  complex-key:8 unreadable-metadata a key that is no text
  conflict:1 unreadable-metadata merge conflict markers
  cyclic:1 unreadable-metadata an anchor, '&a'
  deep:1 unreadable-metadata nested more than 16 levels deep
  deep-mappings:1 unreadable-metadata nested more than 16 levels deep
  directive:1 unreadable-metadata not valid YAML: found incompatible YAML document
  duplicate-key:9 unreadable-metadata duplicate key 'notes'
  empty:1 unreadable-metadata the file is empty
  list:1 unreadable-metadata the file is not a mapping
  many-items:8 unreadable-metadata more than 20000 YAML events
  many-keys:9999 unreadable-metadata more than 20000 YAML events
  not-utf8:8 unreadable-metadata not UTF-8
  nul:8 unreadable-metadata a NUL byte
  scalar:1 unreadable-metadata the file is not a mapping
  second-document:8 unreadable-metadata a second document
  tag:8 unreadable-metadata a tag, 'tag:yaml.org,2002:python/object/apply:os.system'
  too-large:null unreadable-metadata is larger than 1 MB
  unterminated:9 unreadable-metadata not valid YAML: found unexpected end of stream
  utf16:1 unreadable-metadata a NUL byte
  $ jq -r '.sessions[] | select(.user == "ada-lovelace") | .session_id' ../list.json
  2025-11-22_feature-invoice-automation_a3f42c

Each alone is answered in the same way, and what cannot be read is not written:

  $ sum() { cat output/sessions/eve/*/.session-metadata.yaml | sha256sum; }
  $ before=$(sum)
  $ for session in billion-laughs cyclic deep conflict many-keys newer much-newer; do
  >   timeout 5 git session status eve/$session >/dev/null || echo "status $session: $?"
  >   timeout 5 git session archive eve/$session 2>&1 | cut -c1-150
  > done
  git session: output/sessions/eve/billion-laughs/.session-metadata.yaml:1: an anchor, '&a'
  git session: output/sessions/eve/cyclic/.session-metadata.yaml:1: an anchor, '&a'
  git session: output/sessions/eve/deep/.session-metadata.yaml:1: nested more than 16 levels deep
  git session: output/sessions/eve/conflict/.session-metadata.yaml:1: merge conflict markers
  hint: git session doctor conflict --fix, or an editor
  git session: output/sessions/eve/many-keys/.session-metadata.yaml:9999: more than 20000 YAML events
  git session: session 'newer' needs a newer git-session: its metadata has schema 2
  hint: install a newer git-session
  git session: session 'much-newer' needs a newer git-session: its metadata has schema 9223372036854775807
  hint: install a newer git-session
  $ [ "$before" = "$(sum)" ] && ls output
  sessions
