"""What the endpoint erased: ranges of records whose places in the log stay."""

import hashlib

from pack import json_lines, text_of

NAME = "erased.jsonl"


class Erased:
    """Runs by chain, in their order, and the hash of each line with its place."""

    def __init__(self):
        self.runs, self.lines = {}, []

    def of(self, chain):
        return self.runs.get(chain, [])

    def excuse(self, chain, refused, first, last, prev):
        """(refused numbers) of a hole that refusals and erasures fill, the last of which has the hash `prev`; else None."""
        numbers, hashed, seq = [], "", first
        by_first = {run["first"]: run for run in self.of(chain)}
        while seq <= last:
            if seq in refused:
                numbers.append(seq)
                hashed = refused[seq]
                seq += 1
                continue
            run = by_first.get(seq)
            if run is None or run["last"] > last:
                return None
            hashed, seq = run["head"], run["last"] + 1
        return numbers if hashed == prev else None

    def reaches(self, chain, to):
        """Whether everything from the beginning of the chain to here was erased."""
        after = 1
        for run in self.of(chain):
            if run["first"] == after:
                after = run["last"] + 1
        return after == to + 1


def read_erased(files, fits, report):
    erased = Erased()
    if NAME not in files:
        return erased
    texts = (text_of(files, NAME) or "").split("\n")
    for number, value in json_lines(files, NAME, report):
        where = f"{NAME}:{number}"
        if not fits("evidence-1#erased", value):
            report.fault("line_malformed", where, "this is no batch of erased records")
            continue
        erased.lines.append((hashlib.sha256(texts[number - 1].encode()).hexdigest(), where))
        for run in value["runs"]:
            known = erased.runs.setdefault(run["chain"], [])
            overlaps = any(run["first"] <= each["last"] and each["first"] <= run["last"] for each in known)
            if run["last"] < run["first"] or overlaps:
                report.fault("line_malformed", where, f"records {run['first']} to {run['last']} are erased twice, or none")
            else:
                known.append(run)
    erased.runs = {chain: sorted(runs, key=lambda run: run["first"]) for chain, runs in erased.runs.items() if runs}
    return erased


def check_erased(erased, places, acts, manifest, report):
    """Whether the log has a place for all of it, hides nothing else, and has an act for each batch."""
    logged = {}
    for run in places.get("erased", []):
        logged.setdefault(run["chain"], []).append((run["seq"], run["count"]))
    for chain, runs in erased.runs.items():
        told = _merged([(run["first"], run["last"] - run["first"] + 1) for run in runs])
        if _merged(logged.get(chain, [])) != told:
            report.fault("erasure_unproven", NAME, f"the log has other places for what was erased of chain {chain}")
        report.checked["erased"] += sum(count for _, count in told)
    for chain in logged:
        if chain not in erased.runs:
            report.fault("erasure_unproven", NAME, f"nothing was erased of chain {chain}, and the log says so")
    if manifest["scope"] != "all":
        return
    hidden = _merged([(index << level, 1 << level) for level, index, _ in places["nodes"]])
    if hidden != _merged([(run["first"], run["count"]) for run in places.get("erased", [])]):
        report.fault("log_hidden_entries", "log.json", "a pack of everything hides entries of the log")
    for hashed, where in erased.lines:
        if ("records_erased", hashed) not in acts:
            report.fault("erasure_unproven", where, "no act in the log says that this was erased")


def _merged(ranges):
    """Ranges that touch become one; ranges that overlap stay apart."""
    made = []
    for first, count in sorted(ranges):
        if made and made[-1][0] + made[-1][1] == first:
            made[-1] = (made[-1][0], made[-1][1] + count)
        else:
            made.append((first, count))
    return made
