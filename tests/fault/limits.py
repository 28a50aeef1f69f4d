#!/usr/bin/python3
"""A poor system: no locks, an old kernel, few descriptors, small files, no output.

    tests/fault/limits.py PROGRAM [NAME]
"""

import resource
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from sandbox import Failure, Sandbox, observe, parsed, skip_without_strace  # noqa: E402
from scenarios import DRAFT, draft_listed_once, with_session  # noqa: E402

UPDATE = ["update", "a3f42c", "--add-tag", "billing"]
ADD = ["add", "plan.md", "--agent", "cs-architect", "--topic", "plan"]


def failing(call: str, error: str, when: str = "1+") -> tuple[str, ...]:
    return (
        "strace",
        "-qq",
        "-o",
        "/dev/null",
        "-e",
        f"trace={call}",
        "-e",
        f"inject={call}:error={error}:when={when}",
        "--",
    )


def limit_of(what: int, most: int):
    """For preexec_fn."""
    return lambda: resource.setrlimit(what, (most, most))


def session_of(sandbox: Sandbox):
    (session,) = observe(sandbox.repository).values()
    return session


def expect_done(sandbox: Sandbox, *prefix: str):
    """`update` and `add` work behind this prefix."""
    for arguments in (UPDATE, ADD):
        result = sandbox.run(*arguments, prefix=prefix)
        if result.returncode != 0:
            raise Failure(f"{arguments[0]} ends with {result.returncode}\n{result.stderr}")
    metadata = parsed(session_of(sandbox))
    if "billing" not in metadata["tags"] or len(metadata["outputs"]) != 3:
        raise Failure(f"not everything was written: {metadata}")
    sandbox.expect_clean_doctor("afterwards")


def no_locks(sandbox):
    expect_done(sandbox, *failing("flock", "ENOLCK"))


def locks_unknown(sandbox):
    expect_done(sandbox, *failing("flock", "EOPNOTSUPP"))


def no_locks_many_writers(sandbox):
    """Where flock is missing, what stands in for it keeps eight writers apart."""

    def write(writer):
        for number in range(5):
            subprocess.run(
                [
                    *failing("flock", "ENOLCK"),
                    sandbox.program,
                    "update",
                    "a3f42c",
                    "--add-tag",
                    f"tag-{writer}-{number}",
                ],
                cwd=sandbox.repository,
                env=sandbox.environment,
                check=True,
                capture_output=True,
                timeout=100,
            )

    try:
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(write, range(8)))
    except subprocess.CalledProcessError as error:
        raise Failure(f"a writer ends with {error.returncode}: {error.stderr.decode()}") from error
    tags = parsed(session_of(sandbox))["tags"]
    if len(set(tags)) != 40:
        raise Failure(f"{len(set(tags))} of 40 tags are there")
    sandbox.expect_clean_doctor("afterwards")


def old_kernel(sandbox):
    """openat2 is refused by old kernels and by some sandboxes."""
    expect_done(sandbox, *failing("openat2", "ENOSYS"))


def sandbox_forbids_openat2(sandbox):
    expect_done(sandbox, *failing("openat2", "EPERM"))


def no_rename_flags(sandbox):
    """NFS and others know no RENAME_NOREPLACE."""
    for arguments in (["close", "a3f42c"], ["archive", "a3f42c"], ["restore", "a3f42c"]):
        result = sandbox.run(*arguments, prefix=failing("renameat2", "EINVAL"))
        if result.returncode != 0:
            raise Failure(f"{arguments[0]} ends with {result.returncode}\n{result.stderr}")
    sandbox.expect_clean_doctor("afterwards")


def no_fsync(sandbox):
    """Some file systems cannot sync a directory, and say so."""
    expect_done(sandbox, *failing("fsync", "EOPNOTSUPP"))


def interrupted_writes(sandbox):
    expect_done(sandbox, *failing("write", "EINTR", "1+2"))


def few_descriptors(sandbox):
    for arguments in (UPDATE, ADD):
        result = sandbox.run(*arguments, preexec_fn=limit_of(resource.RLIMIT_NOFILE, 16))
        if result.returncode != 0:
            raise Failure(f"{arguments[0]} ends with {result.returncode}\n{result.stderr}")
    sandbox.expect_clean_doctor("afterwards")


def expect_honest(sandbox, arguments, **options) -> bool:
    """Done and 0, or not done, said so and another status; never a signal. True when done."""
    before = observe(sandbox.repository)
    result = sandbox.run(*arguments, **options)
    if result.returncode == 0:
        return True
    if result.returncode < 0 or result.returncode > 125:
        raise Failure(f"{arguments[0]} ends with {result.returncode}\n{result.stderr}")
    if not result.stderr.strip():
        raise Failure(f"{arguments[0]} ended with {result.returncode} and said nothing")
    if observe(sandbox.repository) != before:
        raise Failure(
            f"{arguments[0]} ended with {result.returncode}, but left something: {result.stderr}"
        )
    sandbox.must(*arguments)
    return False


def expect_refused(sandbox, arguments, **options):
    if expect_honest(sandbox, arguments, **options):
        raise Failure(f"{arguments[0]} says it is done")


def too_few_descriptors(sandbox):
    for limit in range(4, 16):
        sandbox.reset()
        if expect_honest(sandbox, ADD, preexec_fn=limit_of(resource.RLIMIT_NOFILE, limit)):
            draft_listed_once(observe(sandbox.repository))


def small_files(sandbox):
    """A copy that the file-size limit cuts is an error, not a signal, and leaves nothing."""
    expect_refused(sandbox, ADD, preexec_fn=limit_of(resource.RLIMIT_FSIZE, 4096))


def small_files_of_a_child(sandbox):
    """What a command printed until the limit stopped it is kept and recorded, its end too."""
    result = sandbox.run(
        "run",
        "--agent",
        "cs-architect",
        "--topic",
        "plan",
        "--",
        "cat",
        "plan.md",
        preexec_fn=limit_of(resource.RLIMIT_FSIZE, 8192),
    )
    session = session_of(sandbox)
    kept = max(session.outputs.values(), key=len)
    if kept != DRAFT[:8192] or result.returncode == 0:
        raise Failure(f"{len(kept)} bytes are kept, exit {result.returncode}: {result.stderr}")
    codes = [output.get("exit_code") for output in parsed(session)["outputs"]]
    if result.returncode not in codes:
        raise Failure(f"exit {result.returncode} is not recorded: {codes}")
    sandbox.expect_clean_doctor("afterwards")


def no_room_for_metadata(sandbox):
    expect_refused(sandbox, UPDATE, preexec_fn=limit_of(resource.RLIMIT_FSIZE, 256))


def no_threads(sandbox):
    """What more threads would have done is done by the one there is."""
    # The first is the child, the second the thread that would wait for it.
    command = ["run", "--agent", "cs-architect", "--topic", "words", "--", "echo", "hello"]
    result = sandbox.run(*command, prefix=failing("clone,clone3", "EAGAIN", "2"))
    last = parsed(session_of(sandbox))["outputs"][-1]
    if result.returncode != 0 or last.get("command") != "echo hello":
        raise Failure(f"run ends with {result.returncode}: {last}\n{result.stderr}")
    for number in range(100000, 100200):
        folder = sandbox.repository / f"output/sessions/ada/2025-11-20_x_{number}"
        folder.mkdir(parents=True)
        (folder / ".keep").touch()  # an empty folder is no session
    result = sandbox.run("list", prefix=failing("clone,clone3", "EAGAIN"))
    listed = len(result.stdout.splitlines())
    if result.returncode != 0 or listed != 201:
        raise Failure(f"list ends with {result.returncode}, {listed} sessions\n{result.stderr}")


def full_output(sandbox):
    """An answer that could not be written is a failure."""
    with open("/dev/full", "w") as full:
        result = subprocess.run(
            [sandbox.program, "list"],
            cwd=sandbox.repository,
            env=sandbox.environment,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
        )
    if result.returncode != 1 or not result.stderr.strip():
        raise Failure(f"list into a full device ends with {result.returncode}: {result.stderr}")


def closed_pipe(sandbox):
    """The reader has had enough, as `head` does: the end is quiet."""
    shell = 'set -o pipefail; { "$0" list --json; echo $? >status; } | true; cat status'
    result = subprocess.run(
        ["bash", "-c", shell, sandbox.program],
        cwd=sandbox.repository,
        env=sandbox.environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
    if result.stderr.strip():
        raise Failure(f"list complains of a closed pipe: {result.stderr}")


def closed_streams(sandbox):
    """Without the three streams no opened file may take their numbers: outputs stay as they are."""
    before = session_of(sandbox)
    subprocess.run(
        ["bash", "-c", '"$0" "$@" <&- >&- 2>&-', sandbox.program, *UPDATE],
        cwd=sandbox.repository,
        env=sandbox.environment,
        timeout=60,
    )
    after = session_of(sandbox)
    if after.outputs != before.outputs:
        raise Failure("an output changed")
    parsed(after)
    sandbox.expect_clean_doctor("afterwards")


TESTS = [
    no_locks,
    locks_unknown,
    no_locks_many_writers,
    old_kernel,
    sandbox_forbids_openat2,
    no_rename_flags,
    no_fsync,
    interrupted_writes,
    few_descriptors,
    too_few_descriptors,
    small_files,
    small_files_of_a_child,
    no_room_for_metadata,
    no_threads,
    full_output,
    closed_pipe,
    closed_streams,
]


def main() -> int:
    if len(sys.argv) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 2
    skip_without_strace()
    chosen = [test for test in TESTS if len(sys.argv) == 2 or test.__name__ == sys.argv[2]]
    failed = 0
    with Sandbox(sys.argv[1]) as sandbox:
        with_session(sandbox)
        sandbox.keep()
        for test in chosen:
            sandbox.reset()
            try:
                test(sandbox)
            except Failure as failure:
                failed += 1
                print(f"{test.__name__}: {failure}\n")
    print(f"limits: {len(chosen)} tests, {failed} failed")
    return 1 if failed or not chosen else 0


if __name__ == "__main__":
    sys.exit(main())
