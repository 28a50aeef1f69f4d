#!/usr/bin/python3
"""Judges what the YAML editor made of mutants, with a reader that shares no code with it.

    check_yaml_edits.py YAML_MUTANTS_PROGRAM [COUNT [SEED]]

For every edit that was made, PyYAML reads the text before and after; after must be what the edit
makes of before, every other scalar with the same text and type, and the lines outside of what was
edited must be the same bytes. Exit 77: no PyYAML here.
"""

import collections
import json
import math
import multiprocessing
import subprocess
import sys
import zlib

try:
    import yaml
except ImportError:
    print("python3-yaml is not installed: nothing was checked")
    sys.exit(77)

PurePython = yaml.SafeLoader
WithC = getattr(yaml, "CSafeLoader", None)

# Trees: ("scalar", type, text), ("new", value), ("seq", [tree]), ("map", [[key tree, tree]]).
NULL = ("scalar", "tag:yaml.org,2002:null", "")


def tree_of(node):
    if node is None:
        return NULL
    if isinstance(node, yaml.ScalarNode):
        return ("scalar", node.tag, node.value)
    if isinstance(node, yaml.SequenceNode):
        return ("seq", [tree_of(item) for item in node.value])
    return ("map", [[tree_of(key), tree_of(value)] for key, value in node.value])


def new_tree(value):
    if isinstance(value, dict) and "pairs" in value:
        return ("map", [[("new", key), new_tree(member)] for key, member in value["pairs"]])
    if isinstance(value, dict):
        return ("seq", [new_tree(item) for item in value["items"]])
    return ("new", value)


def is_null(tree):
    return tree == ("new", None) or tree[0] == "scalar" and tree[1].endswith(":null")


def key_text(tree):
    return tree[1] if tree[0] == "new" else tree[2]


def child(tree, part):
    if isinstance(part, str) and tree[0] == "map":
        for pair in tree[1]:
            if key_text(pair[0]) == part:
                return pair[1]
    if isinstance(part, int) and tree[0] == "seq" and part < len(tree[1]):
        return tree[1][part]
    return None


def put(parent, part, tree, after=""):
    """`parent` with the child replaced, or added."""
    if parent[0] == "seq":
        items = list(parent[1])
        items[part] = tree
        return ("seq", items)
    if is_null(parent):
        parent = ("map", [])
    pairs = list(parent[1])
    texts = [key_text(key) for key, _ in pairs]
    if part in texts:
        index = texts.index(part)
        pairs[index] = [pairs[index][0], tree]
    else:
        index = texts.index(after) + 1 if after and after in texts else len(pairs)
        pairs.insert(index, [("new", part), tree])
    return ("map", pairs)


def without(parent, part):
    if parent[0] == "seq":
        return ("seq", parent[1][:part] + parent[1][part + 1:])
    return ("map", [pair for pair in parent[1] if key_text(pair[0]) != part])


def edited(tree, edit, path):
    """`tree`, as seen from where `path` starts, with the edit made."""
    if not path:
        if edit["do"] == "set":
            return ("replaced", new_tree(edit["value"]), tree)
        items = [] if is_null(tree) else tree[1]
        return ("seq", items + [new_tree(edit["value"])])
    below = child(tree, path[0])
    if edit["do"] == "remove":
        if below is None:
            return tree
        if len(path) == 1:
            return without(tree, path[0])
    if below is None:
        below = NULL
    return put(tree, path[0], edited(below, edit, path[1:]),
               edit.get("after", "") if len(path) == 1 else "")


def reads_as(tree, value):
    """Whether what a file says is a value that was to be written."""
    if tree[0] != "scalar":
        return False
    kind = tree[1].rsplit(":", 1)[1]
    if value is None:
        return kind == "null"
    if isinstance(value, bool):
        return kind == "bool" and tree[2].lower() == str(value).lower()
    if isinstance(value, int):
        return kind == "int" and tree[2].lstrip("+") == str(value)
    if isinstance(value, float):
        return kind == "float" and math.isclose(float(tree[2]), value, rel_tol=1e-15)
    return kind == "str" and tree[2] == value


def same(expected, actual):
    if expected[0] == "replaced":
        # A file that says it already, in whatever spelling, is left alone.
        _, wanted, old = expected
        if same(wanted, actual):
            return True
        return old[0] == "scalar" and old == actual and wanted == ("new", old[2])
    if expected[0] == "new":
        return reads_as(actual, expected[1])
    if expected[0] != actual[0]:
        return False
    if expected[0] == "scalar":
        return expected == actual
    if len(expected[1]) != len(actual[1]):
        return False
    if expected[0] == "seq":
        return all(same(one, other) for one, other in zip(expected[1], actual[1]))
    return all(same(one[0], other[0]) and same(one[1], other[1])
               for one, other in zip(expected[1], actual[1]))


def node_at(root, path):
    """The node at a path, and the key or item that leads to it."""
    lead, node = root, root
    for part in path:
        if isinstance(part, int):
            if not isinstance(node, yaml.SequenceNode) or part >= len(node.value):
                return None, None
            lead = node = node.value[part]
        else:
            if not isinstance(node, yaml.MappingNode):
                return None, None
            for key, value in node.value:
                if key.value == part:
                    lead, node = key, value
                    break
            else:
                return None, None
    return lead, node


def is_absent(value):
    """A value that is not written down may be marked only at the next thing."""
    return isinstance(value, yaml.ScalarNode) and value.start_mark.index == value.end_mark.index


def last_line(node, at_least=False):
    """The last line with a byte of the node that is no comment."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style:
        mark = node.end_mark
        is_before = mark.column == 0 and mark.line > node.start_mark.line
        return mark.line - 1 if is_before else mark.line
    last = node.value[-1]
    if isinstance(last, tuple):
        return last_line(last[0 if at_least and is_absent(last[1]) else 1], at_least)
    return max(last_line(last, at_least), node.start_mark.line)


def significant(lines):
    """What must stay wherever it is not edited: neither blank lines, which may go with what they
    separated, nor comments, which lost_comments() looks after."""
    return [line for line in lines if line.strip() and not line.lstrip().startswith("#")]


def span_of_edit(edit, root):
    """First and last line of before that the edit may change; None for a mere addition."""
    path = edit["path"]
    lead, node = node_at(root, path)
    is_addition = node is None
    while node is None:
        if edit["do"] == "remove":
            return None
        path = path[:-1]
        lead, node = node_at(root, path)
    first, last = lead.start_mark.line, last_line(node)
    is_block = not isinstance(node, yaml.ScalarNode) and not node.flow_style
    if edit["do"] == "remove" and path:
        parent_lead, parent = node_at(root, path[:-1])
        leads = [each[0] if isinstance(each, tuple) else each for each in parent.value]
        index = [each.start_mark.index for each in leads].index(lead.start_mark.index)
        if parent.flow_style:
            first, last = parent.start_mark.line, last_line(parent)
        elif len(leads) == 1:
            first = parent_lead.start_mark.line  # its key gets the empty brackets
        elif index > 0:
            above = yaml.MappingNode(None, parent.value[:index], parent.start_mark)
            first = last_line(above, at_least=True) + 1  # a dash may stand on a line of its own
        else:
            first = parent.start_mark.line
            last = max(last, leads[1].start_mark.line)  # may move up behind an outer dash
    elif is_block and (is_addition or edit["do"] == "append"):
        return None
    return first, last


def strayed(record, root):
    """What changed outside of what the one edit is about."""
    if root is None:
        return None
    lines = record["before"].lstrip("\ufeff").splitlines()
    after = significant(record["after"].lstrip("\ufeff").splitlines())
    span = span_of_edit(record["edits"][0], root)
    if span is None:
        head = significant(lines)
        count = 0
        while count < len(head) and count < len(after) and head[count] == after[count]:
            count += 1
        head, tail = head[:count], head[count:]
        if not record["before"].endswith(("\n", "\r")):
            return None  # the header of a block that ends with the text may have to change
    else:
        head, tail = significant(lines[:span[0]]), significant(lines[span[1] + 1:])
    if len(after) < len(head) + len(tail) or after[:len(head)] != head:
        return "above"
    if tail and after[-len(tail):] != tail:
        return "below"
    return None


def lost_comments(record):
    """Comment lines at the start of a line's text that are gone, when nothing was removed."""
    if any(edit["do"] != "append" for edit in record["edits"]):
        return []
    after = collections.Counter(record["after"].splitlines())
    return [line for line in record["before"].splitlines()
            if line.lstrip().startswith("#") and not after[line]]


def read(text, loader):
    """Root node and tree; None when this reader cannot read the text."""
    try:
        root = yaml.compose(text, Loader=loader)
        return root, tree_of(root)
    except (yaml.YAMLError, ValueError):
        return None


def judge_with(record, loader, root, before):
    """What is wrong, None when nothing is."""
    try:
        after = tree_of(yaml.compose(record["after"], Loader=loader))
    except (yaml.YAMLError, ValueError) as error:
        return "after cannot be read: %s" % error
    expected = before
    for edit in record["edits"]:
        expected = edited(settled(expected), edit, edit["path"])
    if not same(expected, after):
        return "after says something else\nexpected %r\nactual   %r" % (expected, after)
    if len(record["edits"]) == 1 and strayed(record, root):
        return "changed lines %s what it should" % strayed(record, root)
    if lost_comments(record):
        return "lost comments: %r" % lost_comments(record)
    return None


def settled(tree):
    """Between two edits: what was replaced is there."""
    if tree[0] == "replaced":
        return tree[1]
    if tree[0] == "seq":
        return ("seq", [settled(item) for item in tree[1]])
    if tree[0] == "map":
        return ("map", [[key, settled(value)] for key, value in tree[1]])
    return tree


def judge(line):
    record = json.loads(line)
    if "after" not in record:
        return "refused", None
    # The pure reader takes ten times as long, so it sees every other edit.
    is_for_pure = not WithC or zlib.crc32(line.encode()) % 2 == 0
    loaders = [WithC] * bool(WithC) + [PurePython] * is_for_pure
    readings = [(loader, read(record["before"], loader)) for loader in loaders]
    readings = [(loader, reading) for loader, reading in readings if reading]
    # Where readers differ about the text before, the one that shares our grammar counts.
    readings = [(loader, reading) for loader, reading in readings
                if reading[1] == readings[0][1][1]]
    for loader, (root, before) in readings:
        problem = judge_with(record, loader, root, before)
        if problem:
            return "WRONG", "%s: %s\n%s" % (loader.__name__, problem,
                                           json.dumps(record, ensure_ascii=False))
    if not readings:
        return "read by nobody else", None
    return "unchanged" if record["after"] == record["before"] else "edited", None


def main():
    program = sys.argv[1]
    count = sys.argv[2] if len(sys.argv) > 2 else "20000"
    seed = sys.argv[3] if len(sys.argv) > 3 else "1"
    outcomes = collections.Counter()
    wrong = []
    with subprocess.Popen([program, count, seed], stdout=subprocess.PIPE,
                          encoding="utf-8") as mutants:
        with multiprocessing.Pool() as pool:
            for outcome, problem in pool.imap_unordered(judge, mutants.stdout, 64):
                outcomes[outcome] += 1
                if problem:
                    wrong.append(problem)
    for problem in wrong[:20]:
        print(problem, end="\n\n")
    print("%s mutants: %s" % (count, dict(outcomes)))
    if mutants.returncode or wrong or not outcomes["edited"]:
        sys.exit(1)


if __name__ == "__main__":
    main()
