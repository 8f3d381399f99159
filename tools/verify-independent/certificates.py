"""Certificates of device keys: whether the endpoint had certified a key when it took what the key signed.

Time is that of the endpoint's receipts; clocks of devices can be wrong.
"""

import hashlib

from canonical import from_base64, write
from chains import is_signed
from pack import canonical_value, json_lines, text_of

NAME = "certificates.jsonl"
REVOKED = "revoked.json"
# Nodes of an endpoint hear of a revocation one after the other, and finish what they have begun.
REVOKED_WITHIN_MS = 5 * 60_000


def check_certificates(files, server, manifest, chains, receipts, acts, fits, report):
    """`receipts`: (number, time) by chain. `acts`: (act, subject) of a log that can be believed, else None."""
    logged = acts if manifest["scope"] == "all" else None
    good, hashes = _read(files, server, manifest["tenant"], fits, report)
    _check_logged(hashes, logged, report)
    revoked = _revoked(files, server, manifest["tenant"], logged, fits, report)
    uncertified = 0
    for chain, records in chains.items():
        if not records:
            continue
        own = [each for each in good if each["device"] == records[0].body["device"]]
        if own:
            _check_chain(chain, records, sorted(receipts.get(chain, [])), own, revoked, report)
        else:
            uncertified += 1
    if uncertified:
        report.limits.append(f"{uncertified} chains are of devices whose keys the endpoint has never certified.")


def _read(files, server, tenant, fits, report):
    good, hashes = [], set()
    if NAME not in files:
        return good, hashes
    lines = (text_of(files, NAME) or "").split("\n")
    for number, value in json_lines(files, NAME, report):
        where = f"{NAME}:{number}"
        if not fits("evidence-1#certificate", value):
            report.fault("line_malformed", where, "this is no certificate")
            continue
        report.checked["certificates"] += 1
        code = _fault(value, server, tenant)
        if code is not None:
            report.fault(f"certificate_{code}", where, "the certificate cannot be believed")
            continue
        good.append(value["body"])
        hashes.add(hashlib.sha256(lines[number - 1].encode()).hexdigest())
    return good, hashes


def _fault(value, server, tenant):
    body = value["body"]
    if value["kid"] != server["kid"]:
        return "unknown_key"
    if not is_signed(server["publicKey"], value["sig"], write(body).encode()):
        return "bad_signature"
    if body["tenant"] != tenant:
        return "wrong_tenant"
    raw = from_base64(body["publicKey"])
    is_named = raw is not None and len(raw) == 32 and hashlib.sha256(raw).hexdigest()[:32] == body["kid"]
    return None if is_named else "wrong_key"


def _check_logged(hashes, acts, report):
    if acts is None:
        return
    told = {subject for act, subject in acts if act == "device_certified"}
    if told - hashes:
        report.fault("certificate_missing", NAME, f"{len(told - hashes)} that the log tells of are not here")
    if hashes - told:
        report.limits.append(f"{len(hashes - told)} certificates are not in the log (yet).")


def _revoked(files, server, tenant, acts, fits, report):
    """When each revoked certificate was revoked, by serial."""
    text = text_of(files, REVOKED)
    if text is None:
        if NAME in files:
            report.fault("revocations_missing", REVOKED, "certificates come with the list of those revoked")
        return {}
    value = canonical_value(text)
    if not fits("evidence-1#revoked", value):
        report.fault("revocations_malformed", REVOKED, "this is no list of revoked certificates")
        return {}
    body = value["body"]
    if value["kid"] != server["kid"] or not is_signed(server["publicKey"], value["sig"], write(body).encode()):
        report.fault("revocations_bad_signature", REVOKED, "the list is not signed by the endpoint's key")
        return {}
    if body["tenant"] != tenant:
        report.fault("revocations_wrong_tenant", REVOKED, f"of tenant {body['tenant']}")
    revoked = {each["serial"]: each["at"] for each in body["revoked"]}
    untold = {subject for act, subject in acts or () if act == "certificate_revoked"} - revoked.keys()
    if untold:
        report.fault("revocation_missing", REVOKED, f"{len(untold)} that the log tells of are not in the list")
    return revoked


def _check_chain(chain, records, receipts, known, revoked, report):
    began = min(each["notBefore"] for each in known)

    def is_revoked(each, taken):
        return each["serial"] in revoked and taken > revoked[each["serial"]] + REVOKED_WITHIN_MS

    for seq, taken in receipts:
        if taken < began:
            continue
        current = [each for each in known if each["notBefore"] <= taken < each["notAfter"]]
        if all(is_revoked(each, taken) for each in current):
            code = "certificate_revoked" if current else "certificate_expired"
            report.fault(code, "receipts.jsonl", f"chain {chain}, record {seq}: no good certificate when it was taken")
    before, place = 0, 0
    for record in records:
        seq = record.body["seq"]
        while place < len(receipts) and receipts[place][0] < seq:
            place += 1
        if place == len(receipts):
            break
        taken = receipts[place][1]
        if taken < began:
            before += 1
            continue
        own = [each for each in known if each["kid"] == record.kid and each["notBefore"] <= taken]
        if all(is_revoked(each, taken) for each in own):
            report.fault("key_uncertified", NAME, f"chain {chain}, record {seq}: its key was not certified")
    if before:
        report.limits.append(f"Chain {chain}: {before} records were taken before its device had a certificate.")
