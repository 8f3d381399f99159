"""The transparency log: signed notes and checkpoints (C2SP) and the Merkle tree (RFC 6962, section 2.1)."""

import base64
import hashlib
import re
from urllib.parse import quote

from canonical import from_base64
from ed25519 import verify

MAX_NOTE = 65536


def origin_of(tenant):
    """The log's name: neither blanks nor plus signs stand in it."""
    return "sluice-log/" + quote(tenant, safe="!'()*~-._")


def open_checkpoint(note, origin, public_key):
    """(size, root) of a checkpoint that the log of this name and key signed, or None."""
    if len(note.encode("utf-16-le", "surrogatepass")) // 2 > MAX_NOTE or not note.endswith("\n"):
        return None
    text, blank, signatures = note.rpartition("\n\n")
    if not blank:
        return None
    text += "\n"
    lines = signatures[:-1].split("\n")
    if not all(line.startswith("\u2014 ") for line in lines):
        return None
    key_id = hashlib.sha256(origin.encode() + b"\n\x01" + public_key).digest()[:4]
    for line in lines:
        fields = line[2:].split(" ")
        raw = from_base64(fields[1]) if len(fields) == 2 else None
        if fields[0] != origin or raw is None or len(raw) != 68 or raw[:4] != key_id:
            continue
        return _parse(text, origin) if verify(public_key, raw[4:], text.encode()) else None
    return None


def _parse(text, origin):
    name, *rest = text.split("\n")
    if name != origin or len(rest) < 3 or rest[-1] != "":
        return None
    size, encoded = rest[0], rest[1]
    root = from_base64(encoded)
    if not re.fullmatch("0|[1-9][0-9]{0,15}", size) or int(size) >= 2**53:
        return None
    if root is None or len(root) != 32 or base64.b64encode(root).decode() != encoded:
        return None
    return int(size), root


def leaf_hash(entry):
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\x01" + left + right).digest()


def root_of(size, nodes):
    """Root of the first `size` entries out of `nodes` ((level, index) -> hash), or None when they do not suffice.

    A tree is the complete subtrees that the binary digits of its size name, the largest first; each is either given or
    made of its two halves.
    """
    if size == 0:
        return None
    parts = []
    start = 0
    for level in range(size.bit_length() - 1, -1, -1):
        if size >> level & 1:
            part = _complete(level, start >> level, nodes)
            if part is None:
                return None
            parts.append(part)
            start += 1 << level
    root = parts.pop()
    while parts:
        root = node_hash(parts.pop(), root)
    return root


def _complete(level, index, nodes):
    given = nodes.get((level, index))
    if given is not None or level == 0:
        return given
    left = _complete(level - 1, 2 * index, nodes)
    right = None if left is None else _complete(level - 1, 2 * index + 1, nodes)
    return None if right is None else node_hash(left, right)


def self_test():
    """The roots of RFC 6962's reference tests (certificate-transparency, merkle_tree_test) for its first entries."""
    entries = [b"", b"\x00", b"\x10", b"\x20\x21", b"\x30\x31"]
    nodes = {(0, index): leaf_hash(entry) for index, entry in enumerate(entries)}
    expected = {
        1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        4: "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        5: "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    }
    for size, root in expected.items():
        if root_of(size, nodes).hex() != root:
            raise AssertionError(f"the reference tree of {size} entries has another root here")
