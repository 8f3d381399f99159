#!/usr/bin/env python3
"""Verifies a Sluice evidence pack offline, with nothing but Python's standard library.

The second verifier: written from docs/record-1.md and docs/schemas, it shares no code with `npm run -s verify`. Both take
the same keys, exit alike (0 holds, 1 fails, 2 nothing to verify), name the same reasons and list what they cannot prove.

    python3 tools/verify-independent/verify.py DIR --server-key KEY --root-key KEY [--checkpoint FILE] [--json]
"""

import sys

sys.dont_write_bytecode = True

import argparse  # noqa: E402
import base64  # noqa: E402
import datetime  # noqa: E402
import hashlib  # noqa: E402
import json  # noqa: E402
import os  # noqa: E402
import re  # noqa: E402

import ed25519  # noqa: E402
import erased as erasures  # noqa: E402
import log  # noqa: E402
import policy  # noqa: E402
import schema  # noqa: E402
from canonical import from_base64, from_base64url, parse_any  # noqa: E402
from certificates import check_certificates  # noqa: E402
from chains import check_receipts, check_records  # noqa: E402
from pack import Report, canonical_value, decoded, json_lines, read_pack, text_of  # noqa: E402

SCHEMAS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "docs", "schemas")
MANIFEST_TYPE = "application/vnd.sluice.evidence+json"
POLICY_TYPE = "application/vnd.sluice.policy+json"


def check(files, pins, fits, report):
    keys = canonical_value(text_of(files, "keys.json"))
    if not fits("evidence-1#keys", keys):
        report.fault("keys_malformed", "keys.json", "the keys of the pack are missing or unreadable")
        return
    if pins.server_key is None:
        report.limits.append("The endpoint's key was taken from the pack: nothing outside the pack vouches for it.")
    elif pins.server_key != keys["server"]["publicKey"]:
        report.fault("server_key_mismatch", "keys.json", "the endpoint's key in the pack is not the one you gave")
    if not pins.root_key:
        report.limits.append(
            "The policy root keys were taken from the pack: nothing outside the pack vouches for them."
        )
    server = {"kid": keys["server"]["kid"], "publicKey": pins.server_key or keys["server"]["publicKey"]}
    manifest = check_manifest(files, server["publicKey"], fits, report)
    if manifest is None:
        return
    if manifest["scope"] == "chain":
        report.limits.append(
            "A pack of one chain shows the rest of the log as hashes only: more records of this chain could be among it."
        )
    erased = erasures.read_erased(files, fits, report)
    chains = check_records(files, keys, manifest, erased, fits, report)
    receipts = check_receipts(files, server, manifest, chains, fits, report)
    acts = check_log(files, server["publicKey"], manifest, (chains, erased), pins.checkpoint, fits, report)
    check_certificates(files, server, manifest, chains, receipts, acts, fits, report)
    check_policies(files, pins.root_key or keys["policyRootKeys"], chains, fits, report)


def check_manifest(files, server_key, fits, report):
    """The body of the manifest, None when it cannot be believed."""
    name = "manifest.json"
    if name not in files or decoded(files[name]) is None:
        report.fault("manifest_missing", name, "the pack has no manifest")
        return None
    payload, code = open_envelope(canonical_value(text_of(files, name)), MANIFEST_TYPE, [server_key], fits)
    if code is not None:
        report.fault("manifest_malformed" if code == "malformed" else "manifest_bad_signature", name, code)
        return None
    body = canonical_value(decoded(payload))
    if not fits("evidence-1#manifest", body):
        report.fault("manifest_malformed", name, "the manifest is not what a manifest looks like")
        return None
    listed = {name}
    for entry in body["files"]:
        if entry["name"] in listed:
            report.fault("file_listed_twice", entry["name"], "the manifest lists this file twice")
        listed.add(entry["name"])
        raw = files.get(entry["name"])
        if raw is None:
            report.fault("file_missing", entry["name"], "the manifest lists this file, the pack does not have it")
        elif len(raw) != entry["size"] or hashlib.sha256(raw).hexdigest() != entry["sha256"]:
            report.fault("file_changed", entry["name"], "this file is not the one that was signed for")
        report.checked["files"] += 1
    for other in files:
        if other not in listed:
            report.fault("file_unlisted", other, "the manifest does not know this file")
    return body


def open_envelope(envelope, payload_type, keys, fits):
    """(payload, None) of a DSSE envelope that one of these keys signed, else (None, the reason)."""
    if not fits("evidence-1#envelope", envelope) or envelope["payloadType"] != payload_type:
        return None, "malformed"
    payload = from_base64(envelope["payload"])
    if payload is None:
        return None, "malformed"
    usable = [raw for raw in (from_base64(key) for key in keys[:16]) if raw is not None and len(raw) == 32]
    if not usable:
        return None, "no_root_key"
    # DSSE's pre-authentication encoding.
    signed = b"DSSEv1 %d %s %d %s" % (len(payload_type), payload_type.encode(), len(payload), payload)
    ids = {raw: hashlib.sha256(raw).hexdigest()[:16] for raw in usable}
    for entry in envelope["signatures"]:
        signature = from_base64(entry["sig"])
        named = [raw for raw in usable if ids[raw] == entry["keyid"]]
        if signature is not None and any(ed25519.verify(raw, signature, signed) for raw in named or usable):
            return payload, None
    is_named = any(entry["keyid"] in ids.values() for entry in envelope["signatures"])
    return None, "bad_signature" if is_named else "unknown_key"


def check_log(files, server_key, manifest, records, earlier, fits, report):
    """(act, subject) of the acts in the log; None when it cannot be believed."""
    chains, erased = records
    note = text_of(files, "checkpoint.txt")
    if note is None:
        report.limits.append("The pack has no checkpoint of the log: only chains and receipts show what was removed.")
        if earlier is not None:
            report.fault("checkpoint_missing", "checkpoint.txt", "you gave an earlier one")
        return None
    origin, key = log.origin_of(manifest["tenant"]), from_base64(server_key)
    checkpoint = log.open_checkpoint(note, origin, key)
    if checkpoint is None:
        report.fault("checkpoint_bad_signature", "checkpoint.txt", "it is not the endpoint's checkpoint of this tenant")
        return None
    places = canonical_value(text_of(files, "log.json"))
    if not fits("evidence-1#log", places):
        report.fault("log_malformed", "log.json", "the places of the records in the log are missing or unreadable")
        return None
    nodes = {(level, index): base64.b64decode(hashed) for level, index, hashed in places["nodes"]}
    leaves = {
        (chain, record.body["seq"]): log.leaf_hash(record.text.encode())
        for chain, records in chains.items()
        for record in records
    }
    logged = set()
    for run in places["runs"]:
        for offset in range(run["count"]):
            place = (run["chain"], run["seq"] + offset)
            if place in leaves:
                nodes[(0, run["first"] + offset)] = leaves[place]
            else:
                report.fault("log_record_missing", "records.jsonl", f"the log has record {place[0]}/{place[1]}")
            logged.add(place)
    acts = _add_acts(files, places["acts"], nodes, report)
    erasures.check_erased(erased, places, acts, manifest, report)
    size, root = checkpoint
    if log.root_of(size, nodes) != root:
        report.fault("log_root_mismatch", "log.json", "records, acts and nodes do not lead to the checkpoint's root")
        return None
    report.checked["logged"] = len(logged)
    if earlier is None:
        report.limits.append(
            "No earlier checkpoint was given: a log that its operator wrote anew looks like this, and only a kept checkpoint tells."
        )
    else:
        _check_earlier(log.open_checkpoint(earlier, origin, key), size, nodes, report)
    for chain, records in chains.items():
        absent = sum((chain, record.body["seq"]) not in logged for record in records)
        if absent:
            report.limits.append(f"Chain {chain}: {absent} records are not in the log (yet).")
    return acts


def _add_acts(files, places, nodes, report):
    """What was done, and to what."""
    acts = set()
    if "acts.jsonl" not in files:
        return acts
    lines = (text_of(files, "acts.jsonl") or "").split("\n")
    for number, value in json_lines(files, "acts.jsonl", report):
        if number > len(places):
            report.fault("act_unlisted", f"acts.jsonl:{number}", "the log has no place for it")
        else:
            nodes[(0, places[number - 1])] = log.leaf_hash(lines[number - 1].encode())
        report.checked["acts"] += 1
        value = value if isinstance(value, dict) else {}
        acts.add((str(value.get("act")), str(value.get("subject"))))
        if value.get("act") == "subject_erased" and isinstance(value.get("at"), int):
            day = datetime.datetime.fromtimestamp(value["at"] / 1000, datetime.timezone.utc).strftime("%Y-%m-%d")
            report.notes.append(
                f"A person was erased on {day} ({value.get('subject')}): who it was, and which pseudonyms were theirs,"
                " cannot be told any more."
            )
    return acts


def _check_earlier(earlier, size, nodes, report):
    """Whether the log begins with the log of a checkpoint that was kept earlier."""
    if earlier is None:
        report.fault("earlier_bad_signature", "checkpoint.txt", "the earlier checkpoint is not the endpoint's")
    elif earlier[0] > size:
        report.fault("log_shrank", "checkpoint.txt", f"the log had {earlier[0]} entries, the pack shows {size}")
    elif earlier[0] > 0:
        root = log.root_of(earlier[0], nodes)
        if root is None:
            report.fault("earlier_not_shown", "checkpoint.txt", f"ask for a pack since {earlier[0]}")
        elif root != earlier[1]:
            report.fault("log_rewritten", "checkpoint.txt", f"the first {earlier[0]} entries are others")


def check_policies(files, root_keys, chains, fits, report):
    cited = {}
    records = [record.body for records in chains.values() for record in records]
    for body in records:
        if "policy" in body:
            where = f"chain {body['chain']}, record {body['seq']}"
            cited.setdefault(body["policy"]["digest"], []).append((body["policy"], where))
    verified = {}
    for name in files:
        named = re.fullmatch(r"policies/([0-9a-f]{64})\.dsse\.json", name)
        if named:
            found = _policy(files, name, named[1], root_keys, cited.get(named[1], []), fits, report)
            if found is not None:
                verified[named[1]] = found
    for digest, places in cited.items():
        if f"policies/{digest}.dsse.json" not in files:
            _missing(digest, places, report)
        found = verified.get(digest)
        for ref, where in places if found else []:
            if (ref["id"], ref["version"]) != (found["id"], found["version"]):
                report.fault("policy_misnamed", where, f"cites {ref['id']} {ref['version']}")
    for body in records:
        if body["kind"] == "decision" and "policy" in body and body["policy"]["digest"] in verified:
            check_decision(body, verified[body["policy"]["digest"]], report)


def _policy(files, name, digest, root_keys, places, fits, report):
    report.checked["policies"] += 1
    try:
        envelope = parse_any(text_of(files, name) or "")
    except ValueError:
        envelope = None
    payload, code = open_envelope(envelope, POLICY_TYPE, root_keys, fits)
    found = None if code else _policy_document(payload, fits)
    if code is None and found is None:
        code = "schema"
    if code is not None:
        if code == "unknown_key" and places and all(ref["source"] == "bundled" for ref, _ in places):
            report.limits.append(f"The bundled policy {digest[:12]} is signed by none of the root keys given.")
        else:
            report.fault(f"policy_{code}", name, "the policy cannot be believed")
        return None
    if hashlib.sha256(payload).hexdigest() != digest:
        report.fault("policy_digest_mismatch", name, "the file holds another policy than its name says")
        return None
    return found


def _policy_document(payload, fits):
    try:
        document = parse_any(payload.decode("utf-8", "replace"))
        if not fits("policy", document) or policy.moment(document["expires"]) <= policy.moment(document["issued"]):
            return None
        return document
    except ValueError:
        return None


def _missing(digest, places, report):
    fetched = next((where for ref, where in places if ref["source"] == "endpoint"), None)
    if fetched is not None:
        report.fault("policy_missing", fetched, f"cites policy {digest}, which is not in the pack")
        return
    source = places[0][0]["source"]
    report.limits.append(
        f"Policy {digest[:12]} ({source}) is not in the pack; its {len(places)} uses are not checked."
    )


def check_decision(body, document, report):
    """Decide again from the recorded input and compare."""
    if body["evaluation"] not in ("evaluated", "not_evaluable"):
        return
    where = f"chain {body['chain']}, record {body['seq']}"
    if body["input"]["omitted"] > 0:
        report.limits.append(
            f"{where}: too many findings to keep all of them, so the decision cannot be made again."
        )
        return
    if "exception" in body:
        code = exception_fault(body, document)
        if code is not None:
            report.fault(code, where, f"exception {body['exception']}")
    again = policy.decide(document, body["input"], body["device"])
    recorded = {
        "action": body["action"],
        "would_action": body["would_action"],
        "decisive": body.get("decisive"),
        "rules": [(rule["id"], rule.get("exception")) for rule in body["rules"]],
        "exception": body.get("exception"),
        "breakglass": body.get("breakglass"),
    }
    if again == recorded:
        report.checked["decisions"] += 1
    else:
        report.fault("decision_differs", where, f"recorded {body['action']}, the policy says {again['action']}")


def exception_fault(body, document):
    """Why the exception that a decision names did not cover it, None when it did."""
    granted = next((each for each in document.get("exceptions", []) if each["id"] == body["exception"]), None)
    if granted is None:
        return "exception_unknown"
    now = body["input"]["time_ms"]
    if not policy.moment(granted["from"]) <= now < policy.moment(granted["expires"]):
        return "exception_expired"
    hits = [rule["id"] for rule in body["rules"]]
    is_about = any(policy.covers(granted, rule, body["input"], body["device"]) for rule in hits)
    return None if is_about else "exception_out_of_scope"


def describe(report):
    checked = report.checked
    lines = [
        "Checked",
        f"  files against the signed manifest: {checked['files']}",
        f"  records by signature, order and gaps: {checked['records']} (chains: {checked['chains']})",
        f"  receipts of the endpoint: {checked['receipts']}",
        f"  records in the log under its signed checkpoint: {checked['logged']}, acts: {checked['acts']}",
        f"  erased records whose places the log still has: {checked['erased']}",
        f"  certificates of device keys: {checked['certificates']}",
        f"  signed policies: {checked['policies']}",
        f"  decisions made again with the same result: {checked['decisions']}",
    ]
    faults = [f"{fault['code']}: {fault['where']}: {fault['message']}" for fault in report.faults]
    for title, entries in (
        ("Worth knowing", report.notes),
        ("What this cannot prove", report.limits),
        ("Faults", faults),
    ):
        if entries:
            lines += ["", title, *(f"  - {entry}" for entry in entries)]
    lines += ["", f"FAILED {report.faults[0]['code']}" if report.faults else "VERIFIED"]
    return "\n".join(lines)


def main(arguments=None):
    parser = argparse.ArgumentParser(description="Verify an evidence pack offline.")
    parser.add_argument("dir", help="folder of the pack")
    parser.add_argument("--server-key", help="the endpoint's public key (raw Ed25519, base64url)")
    parser.add_argument("--root-key", nargs="+", action="extend", default=[], help="policy root keys")
    parser.add_argument("--checkpoint", help="a checkpoint of the log you kept earlier")
    parser.add_argument("--schemas", default=SCHEMAS, help="folder of the published schemas")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    pins = parser.parse_args(arguments)
    for key in [*pins.root_key, *([pins.server_key] if pins.server_key else [])]:
        if from_base64url(key, 32) is None:
            parser.error(f"not a public key (43 characters of base64url): {key}")
    ed25519.self_test()
    log.self_test()
    report = Report()
    try:
        if pins.checkpoint is not None:
            with open(pins.checkpoint, encoding="utf-8", errors="replace", newline="") as file:
                pins.checkpoint = file.read()
        fits = schema.load(pins.schemas)
        files = read_pack(pins.dir, report)
    except OSError as error:
        parser.error(str(error))
    check(files, pins, fits, report)
    print(json.dumps(report.as_json(), indent=2, ensure_ascii=False) if pins.json else describe(report))
    return 1 if report.faults else 0


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    sys.exit(main())
