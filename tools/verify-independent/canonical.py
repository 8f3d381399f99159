"""JSON as it is signed: RFC 8785, and of that only what every reader understands alike.

Whole numbers within 2^53, well-formed strings, at most 16 levels. Text is canonical when writing what was read gives the
very same text: names given twice, other spellings of a number and blanks all change on the way.
"""

import base64
import json
import re
from json.encoder import encode_basestring

MAX_DEPTH = 16
MAX_SAFE = 2**53 - 1


class NotCanonical(Exception):
    pass


def _refuse(_):
    raise ValueError("not a whole number")


def parse(text):
    """The value of canonical JSON text. Raises NotCanonical."""
    try:
        value = json.loads(text, parse_float=_refuse, parse_constant=_refuse)
        written = write(value)
    except (ValueError, RecursionError) as error:
        raise NotCanonical(str(error)) from None
    if written != text:
        raise NotCanonical("another spelling of the same")
    return value


def parse_any(text):
    """The value of JSON text however it is spelt. Raises ValueError."""
    try:
        return json.loads(text, parse_constant=_refuse)
    except RecursionError:
        raise ValueError("too deep") from None


def write(value, depth=0):
    """Canonical text of a value. Raises NotCanonical."""
    if depth > MAX_DEPTH:
        raise NotCanonical("too deep")
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, int):
        if abs(value) > MAX_SAFE:
            raise NotCanonical("number beyond 2^53")
        return str(value)
    if isinstance(value, str):
        return _quote(value)
    if isinstance(value, list):
        return "[" + ",".join([write(each, depth + 1) for each in value]) + "]"
    if isinstance(value, dict):
        # By UTF-16 code units, as RFC 8785 has it.
        names = sorted(value, key=lambda name: name.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join([_quote(name) + ":" + write(value[name], depth + 1) for name in names]) + "}"
    raise NotCanonical("no whole number")


def _quote(text):
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise NotCanonical("half a character") from None
    return encode_basestring(text)


_BASE64 = re.compile(r"[A-Za-z0-9+/]*\Z")


def from_base64(text):
    """Bytes of base64 or base64url, padded or not; None for anything else."""
    plain = re.sub(r"[\t\n\f\r ]", "", text).replace("-", "+").replace("_", "/")
    if len(plain) % 4 == 0:
        plain = plain[:-2] if plain.endswith("==") else plain[:-1] if plain.endswith("=") else plain
    if len(plain) % 4 == 1 or not _BASE64.match(plain):
        return None
    return base64.b64decode(plain + "=" * (-len(plain) % 4))


def from_base64url(text, length):
    """Exactly `length` bytes in the one spelling of base64url without padding, or None."""
    raw = from_base64(text)
    if raw is None or len(raw) != length:
        return None
    return raw if base64.urlsafe_b64encode(raw).decode().rstrip("=") == text else None
