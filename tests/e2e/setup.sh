# What transcripts share: `. "$TESTDIR/setup.sh"` is their first command.

# Makes a repository with one commit and goes there; every helper works in it.
#   make_repository [DIRECTORY [BRANCH]]
make_repository() {
  git init --quiet --initial-branch=main "${1:-repository}"
  cd "${1:-repository}" || return
  echo "# Invoices" >README.md
  git add README.md
  git commit --quiet --message "Start"
  [ -z "${2-}" ] || git checkout --quiet -b "$2"
}

# A repository on a feature branch with one session of ours; its id is in $id.
#   make_session [OPTION OF create...]
make_session() {
  [ -e .git ] || make_repository repository feature/invoice-automation
  git session create --team engineering --project "Invoice Automation" --quiet "$@" >/dev/null ||
    return
  id=$(git session current --id)
}

# The time from which the next commands run: at 2025-11-23T10:00:00Z
at() { export GIT_SESSION_TEST_NOW=$1; }

# The first session folder's metadata file, or that of the session whose id is given.
metadata_of() { echo output/*/*/${1:-*}/.session-metadata.yaml; }

# Runs the commands on stdin as a terminal would; what they print is shown with ESC as ^[.
on_terminal() { script --quiet --return --command "$*" /dev/null </dev/null | tr -d '\r' | cat -v; }

# Skips the transcript when the sample repositories are not there. Copies one of them into a new
# repository: sample_repository drifted
sample_repository() {
  [ -d "${GIT_SESSION_TEST_DATA:-/nonexistent}/corpus/$1" ] || exit 80
  make_repository "$1"
  cp -R "$GIT_SESSION_TEST_DATA/corpus/$1/." .
  git add --all
  git commit --quiet --message "Sample"
}

# Sends an event of tests/hook to the hook, as the program of an agent does, with words put in:
#   hook claude/write FILE=/path   (CHAT, TRANSCRIPT and CWD have a value already)
hook() {
  local client=${1%/*} event word
  event=$(cat "$PAYLOADS/$1.json")
  shift
  for word in "$@" CHAT="${CHAT-chat-1}" CWD="$PWD" TRANSCRIPT="${TRANSCRIPT-/none}" AGENT_ID=a7eaaf04; do
    event=${event//@${word%%=*}@/"${word#*=}"}
  done
  printf '%s\n' "$event" | git-session hook $HOOK_OPTIONS "$client"
}

# What a chat or a subagent said, as far as hooks read it: transcript FILE MODEL [WORDS…]
transcript() {
  printf '{"type":"assistant","message":{"model":"%s","content":[{"type":"text","text":"%s"}]}}\n' "$2" "${*:3}" >"$1"
}
