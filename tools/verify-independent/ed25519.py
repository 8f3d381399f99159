"""Verifying Ed25519 signatures (RFC 8032, section 5.1.7) in plain Python.

Why not `openssl pkeyutl`: it is one process a signature, some 5 ms each, and its Ed25519 takes no list. Here a key's
multiples are computed once, and a signature then costs half a millisecond. Nothing secret is handled, so that the time
taken may depend on the data. `self_test` runs the vectors of RFC 8032 (section 7.1) before anything is believed.
"""

import hashlib
from functools import lru_cache

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
SQRT_M1 = pow(2, (P - 1) // 4, P)
BASE_Y = 4 * pow(5, -1, P) % P

WINDOW = 4
DIGITS = 64  # of 4 bits, for 256
MASK = 2**WINDOW - 1


def _recover_x(y, sign):
    """The x of a point, or None when there is none (RFC 8032, section 5.1.3)."""
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    if square == 0:
        return None if sign else 0
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P != 0:
        x = x * SQRT_M1 % P
    if (x * x - square) % P != 0:
        return None
    return P - x if x & 1 != sign else x


def _decode(raw):
    """The affine point that 32 bytes stand for, or None."""
    number = int.from_bytes(raw, "little")
    y = number & (2**255 - 1)
    x = _recover_x(y, number >> 255)
    return None if x is None else (x, y)


def _add(p, q):
    """Sum of two points in extended coordinates (RFC 8032, section 5.1.4)."""
    x1, y1, z1, t1 = p
    x2, y2, z2, t2 = q
    a = (y1 - x1) * (y2 - x2) % P
    b = (y1 + x1) * (y2 + x2) % P
    c = 2 * t1 * t2 * D % P
    d = 2 * z1 * z2 % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def _multiples(point):
    """digit * 16^place * point for every place and digit, as (y + x, y - x, 2dxy)."""
    x, y = point
    base = (x, y, 1, x * y % P)
    rows = []
    for _ in range(DIGITS):
        row = [base]
        for _ in range(MASK - 1):
            row.append(_add(row[-1], base))
        rows.append(row)
        base = _add(row[-1], base)
    # One inversion for all of them (Montgomery's trick).
    flat = [each for row in rows for each in row]
    products = [1]
    for each in flat:
        products.append(products[-1] * each[2] % P)
    inverse = pow(products[-1], -1, P)
    prepared = [None] * len(flat)
    for index in range(len(flat) - 1, -1, -1):
        px, py, pz, _ = flat[index]
        z_inverse = inverse * products[index] % P
        inverse = inverse * pz % P
        ax, ay = px * z_inverse % P, py * z_inverse % P
        prepared[index] = ((ay + ax) % P, (ay - ax) % P, 2 * D * ax * ay % P)
    return [prepared[start : start + MASK] for start in range(0, len(prepared), MASK)]


def _times(total, multiples, scalar):
    """total + scalar * point."""
    x, y, z, t = total
    for row in multiples:
        digit = scalar & MASK
        scalar >>= WINDOW
        if digit == 0:
            continue
        plus, minus, product = row[digit - 1]
        a = (y - x) * minus % P
        b = (y + x) * plus % P
        c = t * product % P
        d = 2 * z
        e, f, g, h = b - a, d - c, d + c, b + a
        x, y, z, t = e * f % P, g * h % P, f * g % P, e * h % P
    return (x, y, z, t)


_BASE = _multiples((_recover_x(BASE_Y, 0), BASE_Y))


@lru_cache(maxsize=64)
def _negated(public_key):
    point = _decode(public_key)
    return None if point is None else _multiples((P - point[0], point[1]))


def verify(public_key, signature, message):
    """Whether `signature` (64 bytes) is that of `message` under `public_key` (32 bytes). Malformed is False."""
    if len(public_key) != 32 or len(signature) != 64:
        return False
    scalar = int.from_bytes(signature[32:], "little")
    multiples = _negated(public_key)
    if scalar >= L or multiples is None:
        return False
    digest = hashlib.sha512(signature[:32] + public_key + message).digest()
    challenge = int.from_bytes(digest, "little") % L
    x, y, z, _ = _times(_times((0, 1, 1, 0), _BASE, scalar), multiples, challenge)
    inverse = pow(z, -1, P)
    encoded = (y * inverse % P) | ((x * inverse % P & 1) << 255)
    return encoded.to_bytes(32, "little") == signature[:32]


# Public key, message, signature: tests 1, 2 and 3 of RFC 8032, section 7.1.
VECTORS = (
    (
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
    ),
)


def self_test():
    """Raises when this computer does not come to the results of the RFC."""
    for key, message, signature in VECTORS:
        key, message, signature = (bytes.fromhex(text) for text in (key, message, signature))
        if not verify(key, signature, message):
            raise AssertionError("a test vector of RFC 8032 does not verify")
        if verify(key, signature, message + b"\0") or verify(key, signature[:-1] + b"\x7f", message):
            raise AssertionError("a changed test vector of RFC 8032 verifies")
