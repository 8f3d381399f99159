"""Records and receipts: every signature, the order of every chain, and what the endpoint acknowledged."""

import hashlib
import json
from collections import namedtuple

from canonical import from_base64url, write
from ed25519 import verify
from pack import canonical_value, json_lines

GENESIS = "0" * 64

Record = namedtuple("Record", "body text hash kid")
Head = namedtuple("Head", "chain epoch seq hash kid successor")


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()


def is_signed(public_key, signature, raw):
    """Key and signature in base64url."""
    key, sig = from_base64url(public_key, 32), from_base64url(signature, 64)
    return key is not None and sig is not None and verify(key, sig, raw)


def check_records(files, keys, manifest, erased, fits, report):
    """The records that could be read, by chain."""
    known = {(each["device"], each["kid"]): each["publicKey"] for each in keys["devices"]}
    refused = _refused(files, fits, report)
    chains = {}
    for chain, lines in _by_chain(files, fits, report).items():
        reader = _ChainReader(chain, known, refused.get(chain, {}), erased, fits, report)
        for number, shipped in lines:
            reader.read(number, shipped)
        reader.check_range(manifest)
        for record in reader.records:
            _check_contents(record, known, manifest, report)
        reader.note()
        chains[chain] = reader.records
        report.checked["records"] += len(lines)
        report.checked["chains"] += 1
    for claimed in manifest["chains"]:
        if claimed["chain"] not in chains:
            report.fault("chain_missing", "records.jsonl", f"no record of chain {claimed['chain']}")
    return chains


class _ChainReader:
    def __init__(self, chain, known, refused, erased, fits, report):
        self.chain, self.known, self.refused, self.fits, self.report = chain, known, refused, fits, report
        self.erased = erased
        self.records, self.hashes = [], {}
        self.first, self.head = None, None
        self.excused, self.went_back = [], []

    def read(self, number, shipped):
        where = f"records.jsonl:{number}"
        record, code = self._open(shipped)
        if record is None:
            self.report.fault(code, where, f"chain {self.chain}")
            return
        seq = record.body["seq"]
        begins = self.head is None and seq > 1
        hole = None if begins else self._excused_hole(record)
        self.excused += hole or []
        code = None if begins or hole is not None else self._link_fault(record)
        if code in ("regress", "fork"):
            seen = self.hashes.get(seq)
            code = "regress" if seen is None else "duplicate" if seen == record.hash else "fork"
        if code is not None:
            self.report.fault(code, where, f"chain {self.chain}, record {seq}")
        if self.first is None:
            self.first = seq
        if code in (None, "seq_gap", "prev_mismatch"):
            if self.records and record.body["ts"] < self.records[-1].body["ts"]:
                self.went_back.append(seq)
            successor = record.body["kid"] if record.body["kind"] == "key_rotated" else None
            self.head = Head(record.body["chain"], record.body["epoch"], seq, record.hash, record.kid, successor)
            self.records.append(record)
            self.hashes[seq] = record.hash

    def _open(self, shipped):
        text = shipped["record"]
        body = canonical_value(text)
        if body is None:
            return None, "not_canonical"
        if not self.fits("record-1", body):
            return None, "bad_schema"
        key = self.known.get((body["device"], shipped["kid"]))
        if key is None:
            return None, "unknown_key"
        if not is_signed(key, shipped["sig"], text.encode()):
            return None, "bad_signature"
        return Record(body, text, sha256(text), shipped["kid"]), None

    def _link_fault(self, record):
        body, head = record.body, self.head
        if head is None:
            return "seq_gap" if body["seq"] != 1 else None if body["prev"] == GENESIS else "prev_mismatch"
        if body["chain"] != head.chain:
            return "wrong_chain"
        if body["seq"] <= head.seq:
            return "fork" if body["seq"] == head.seq else "regress"
        if body["seq"] > head.seq + 1:
            return "seq_gap"
        if body["prev"] != head.hash:
            return "prev_mismatch"
        return self._epoch_fault(record)

    def _epoch_fault(self, record):
        body, head = record.body, self.head
        if body["epoch"] < head.epoch:
            return "epoch_regress"
        if body["epoch"] == head.epoch:
            if head.successor is not None:
                return "key_retired"
            return None if record.kid == head.kid else "key_changed"
        if body["epoch"] != head.epoch + 1:
            return "epoch_unannounced"
        announced = head.successor == record.kid or (
            head.successor is None and body["kind"] == "enrolled" and body["kid"] == record.kid
        )
        return None if announced else "epoch_unannounced"

    def _excused_hole(self, record):
        """The refused numbers of a hole before this record; None when there is no hole, or nothing excuses it."""
        body, head = record.body, self.head
        if head is None or body["chain"] != head.chain or body["epoch"] != head.epoch or record.kid != head.kid:
            return None
        if body["seq"] <= head.seq + 1:
            return None
        return self.erased.excuse(self.chain, self.refused, head.seq + 1, body["seq"] - 1, body["prev"])

    def check_range(self, manifest):
        claimed = next((each for each in manifest["chains"] if each["chain"] == self.chain), None)
        last = (self.head.seq, self.head.hash) if self.head else (None, None)
        if claimed is None:
            self.report.fault("chain_unlisted", "records.jsonl", f"the manifest does not know chain {self.chain}")
        elif (claimed["from"], claimed["to"], claimed["head"]) != (self.first, *last):
            self.report.fault("range_mismatch", "records.jsonl", f"chain {self.chain} is not as long as it should be")

    def note(self):
        chain, report = self.chain, self.report
        gone = sum(run["last"] - run["first"] + 1 for run in self.erased.of(chain))
        if gone:
            report.notes.append(f"Chain {chain}: {gone} records were erased; see erased.jsonl.")
        if self.first is not None and self.first > 1 and not self.erased.reaches(chain, self.first - 1):
            report.limits.append(f"Chain {chain} begins at record {self.first}; what came before is not here.")
        if self.went_back:
            report.notes.append(f"Chain {chain}: the device clock went back at record {_list(self.went_back)}.")
        if self.excused:
            seqs = _list(self.excused)
            report.notes.append(f"Chain {chain}: the endpoint could not take record {seqs}; see refused.jsonl.")
        for record in self.records:
            told = _told(record.body)
            if told is not None:
                report.notes.append(f"Chain {chain}: record {record.body['seq']} {told}.")


def _told(body):
    kind = body["kind"]
    if kind == "gap_declared":
        number = body["count"] or "an unknown number of"
        chain = f" of chain {body['of']}" if "of" in body else ""
        return f"declares {number} lost records{chain} ({body['reason']})"
    if kind == "tamper_suspected":
        return f"reports {body['code']} ({body.get('detail', 'no detail')})"
    if kind == "effect" and body["agreement"] == "disagree":
        return f"saw {body['state']} against decision {body['decision']}"
    if kind == "breakglass":
        return f"says that break-glass {body['breakglass']} lifts the rules"
    if kind == "key_rotated":
        return f"hands over to key {body['kid']}"
    return None


def _check_contents(record, known, manifest, report):
    body = record.body
    where = f"chain {body['chain']}, record {body['seq']}"
    if body["tenant"] != manifest["tenant"]:
        report.fault("wrong_tenant", where, f"of tenant {body['tenant']}")
    if body["kind"] in ("enrolled", "key_rotated") and known.get((body["device"], body["kid"])) != body["public_key"]:
        report.fault("key_mismatch", where, "the device named another key than the pack does")


def _refused(files, fits, report):
    """SHA-256 of refused records, by chain and by the number they claim."""
    chains = {}
    if "refused.jsonl" not in files:
        return chains
    for number, value in json_lines(files, "refused.jsonl", report):
        if not fits("evidence-1#refused", value):
            report.fault("line_malformed", f"refused.jsonl:{number}", "this is no refused record")
            continue
        place = _place(value["record"])
        if place is not None:
            chains.setdefault(place[0], {})[place[1]] = sha256(value["record"])
    return chains


def _by_chain(files, fits, report):
    chains = {}
    for number, value in json_lines(files, "records.jsonl", report):
        place = _place(value["record"]) if fits("evidence-1#shipped", value) else None
        if place is None:
            report.fault("line_malformed", f"records.jsonl:{number}", "this is no record")
        else:
            chains.setdefault(place[0], []).append((number, value))
    return chains


def _place(text):
    """The chain and number a record claims, whatever else is wrong with it."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict):
        return None
    chain, seq = value.get("chain"), value.get("seq")
    if isinstance(seq, float) and seq.is_integer():
        seq = int(seq)
    is_place = isinstance(chain, str) and isinstance(seq, int) and not isinstance(seq, bool) and abs(seq) < 2**53
    return (chain, seq) if is_place else None


def check_receipts(files, server, manifest, chains, fits, report):
    """(number, time of the endpoint) of every signed receipt, by chain."""
    hashes, told = set(), {}
    for number, value in json_lines(files, "receipts.jsonl", report):
        where = f"receipts.jsonl:{number}"
        if not fits("evidence-1#receipt", value):
            report.fault("receipt_malformed", where, "this is no receipt")
            continue
        report.checked["receipts"] += 1
        if value["kid"] != server["kid"]:
            report.fault("receipt_unknown_key", where, "it names another key than the endpoint's")
            continue
        if not is_signed(server["publicKey"], value["sig"], write(value["body"]).encode()):
            report.fault("receipt_bad_signature", where, "it is not signed by the endpoint's key")
            continue
        _check_receipt(value["body"], where, manifest, chains, report)
        hashes.add(sha256(write(value)))
        told.setdefault(value["body"]["chain"], []).append((value["body"]["seq"], value["body"]["ts"]))
    for chain, records in chains.items():
        covered = max((seq for seq, _ in told.get(chain, [])), default=0)
        beyond = sum(record.body["seq"] > covered for record in records)
        if beyond:
            report.limits.append(
                f"Chain {chain}: no receipt covers the last {beyond} records, so a cut after them would not show."
            )
        unseen = {record.body["receipt"] for record in records if "receipt" in record.body} - hashes
        if unseen:
            report.fault("receipt_missing", f"chain {chain}", f"{len(unseen)} receipts that records cite are not here")
    return told


def _check_receipt(body, where, manifest, chains, report):
    chain, seq = body["chain"], body["seq"]
    if body["tenant"] != manifest["tenant"]:
        report.fault("receipt_wrong_tenant", where, f"of tenant {body['tenant']}")
    records = chains.get(chain)
    if records is None:
        report.fault("chain_missing", where, f"a receipt for chain {chain}, of which there is no record")
        return
    found = next((record for record in records if record.body["seq"] == seq), None)
    if found is None:
        last = records[-1].body["seq"] if records else 0
        if seq > last:
            report.fault("tail_missing", where, f"chain {chain} had {seq} records, the pack ends at {last}")
    elif found.hash != body["head"]:
        report.fault("receipt_head_mismatch", where, f"record {seq} of chain {chain} is not the one acknowledged")
    elif found.body["epoch"] != body["epoch"]:
        report.fault("receipt_wrong_epoch", where, f"record {seq} of chain {chain} has another epoch")


def _list(numbers):
    return ", ".join(map(str, numbers))
