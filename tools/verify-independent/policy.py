"""Deciding again (docs/record-1.md, "Deciding again"): what a policy says about a recorded input."""

from datetime import datetime, timezone

ACTIONS = ["allow", "warn", "justify", "redact", "route", "approve", "block"]
SEVERITIES = ["low", "medium", "high", "critical"]
WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]


def decide(policy, stored, device):
    """action, would_action, decisive, rules, exception and breakglass for a record's input."""
    now = stored["time_ms"]
    lifted = _break_glass(policy, now)
    hits = []
    for order, rule in enumerate(policy["rules"]):
        match = _condition(rule["when"], stored)
        if match is None:
            continue
        exception = _exception(policy, rule["id"], stored, device)
        hits.append(
            {
                "rule": rule,
                "order": order,
                "effective": "allow" if exception else _effective(rule, lifted),
                "exception": exception,
                "unreadable": match["unreadable"],
            }
        )
    hits.sort(
        key=lambda hit: (
            -ACTIONS.index(hit["effective"]),
            -ACTIONS.index(hit["rule"]["then"]["action"]),
            -SEVERITIES.index(hit["rule"]["severity"]),
            hit["order"],
        )
    )
    enforced = [hit for hit in hits if hit["rule"]["mode"] != "monitor"]
    floors = _floors(policy, stored, enforced, lifted)
    action = _worst([hit["effective"] for hit in enforced] + floors)
    decisive = next((hit for hit in enforced if hit["effective"] == action and not hit["exception"]), None)
    if_enforced = [
        hit["rule"]["then"]["action"] if hit["rule"]["mode"] == "monitor" and not hit["exception"] else hit["effective"]
        for hit in hits
    ]
    return {
        "action": action,
        "would_action": _worst(if_enforced + _floors(policy, stored, hits, lifted)),
        "decisive": decisive["rule"]["id"] if decisive else None,
        "rules": [(hit["rule"]["id"], hit["exception"]) for hit in hits],
        "exception": next((hit["exception"] for hit in hits if hit["exception"]), None),
        "breakglass": lifted["id"] if lifted else None,
    }


def moment(text):
    """Milliseconds since the epoch of `2027-01-31T00:00:00Z`. Raises ValueError when there is no such moment."""
    at = datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=timezone.utc)
    return int(at.timestamp()) * 1000


def covers(exception, rule, stored, device):
    """Whether a granted exception is about this rule, app, person and device; when it holds is another question."""
    return (
        rule in exception["rules"]
        and ("app" not in exception or stored["app"] in exception["app"])
        and ("group" not in exception or any(group in stored["groups"] for group in exception["group"]))
        and ("device" not in exception or device in exception["device"])
    )


def _exception(policy, rule, stored, device):
    for exception in policy.get("exceptions", []):
        if not moment(exception["from"]) <= stored["time_ms"] < moment(exception["expires"]):
            continue
        if covers(exception, rule, stored, device):
            return exception["id"]
    return None


def _break_glass(policy, now):
    given = policy.get("breakGlass")
    return given if given and moment(given["from"]) <= now < moment(given["until"]) else None


def _worst(actions):
    return max(["allow", *actions], key=ACTIONS.index)


def _mildest(left, right):
    return min(left, right, key=ACTIONS.index)


def _effective(rule, lifted):
    action = rule["then"]["action"]
    if rule["mode"] == "monitor":
        return "allow"
    return _mildest(action, "warn") if lifted or rule["mode"] == "warn" else action


def _floors(policy, stored, hits, lifted):
    defaults = policy["defaults"]
    floors = []
    is_unreadable = any(entry["n"] > 0 for entry in stored["unreadable"])
    if is_unreadable and not any(hit["unreadable"] for hit in hits):
        floors.append(defaults["notEvaluable"])
    if stored["app"] == "unknown":
        floors.append(defaults["unknownSite"])
    if stored["time_ms"] >= moment(policy["expires"]):
        floors.append(defaults["stale"])
    return [_mildest(action, "warn") for action in floors] if lifted else floors


def _condition(condition, stored):
    """None when it does not hold, else {"unreadable": whether it speaks about unreadable content}."""
    results = [_field(name, asked, stored) for name, asked in condition.items()]
    if not results or None in results:
        return None
    return {"unreadable": any(result["unreadable"] for result in results)}


def _field(name, asked, stored):
    if name == "all":
        return _joined([_condition(inner, stored) for inner in asked])
    if name == "any":
        held = [match for match in (_condition(inner, stored) for inner in asked) if match is not None]
        return _joined(held) if held else None
    if name == "not":
        return _plain(_condition(asked, stored) is None)
    if name == "finding":
        return _plain(_finding(asked, stored))
    if name == "group":
        return _plain(any(group in stored["groups"] for group in asked))
    if name == "use":
        least = asked.get("confidence", {}).get("gte", 0)
        return _plain(any(each["use"] in asked["in"] and each["conf_pm"] / 1000 >= least for each in stored["uses"]))
    if name == "time":
        return _plain(_time(asked, stored["time_ms"]))
    if name == "unreadable":
        reasons = [each["reason"] for each in stored["unreadable"] if each["n"] > 0]
        holds = bool(reasons) if "any" in asked else any(reason in asked for reason in reasons)
        return {"unreadable": True} if holds else None
    recorded = {"app": "app", "channel": "channel", "accountKind": "account_kind", "shape": "shape"}
    recorded["coverage"] = "coverage"
    return _plain(stored[recorded[name]] in asked)


def _joined(matches):
    return None if None in matches else {"unreadable": any(match["unreadable"] for match in matches)}


def _plain(holds):
    return {"unreadable": False} if holds else None


def _finding(leaf, stored):
    selected = 0
    for finding in stored["findings"]:
        if "class" in leaf and finding["class"] not in leaf["class"]:
            continue
        if "entity" in leaf and finding["type"] not in leaf["entity"]:
            continue
        if finding["type"] in leaf.get("except", []):
            continue
        if "detector" in leaf and finding["detector"] not in leaf["detector"]:
            continue
        if "confidence" in leaf and finding["conf_pm"] / 1000 < leaf["confidence"]["gte"]:
            continue
        selected += finding["n"]
    return selected >= leaf.get("count", {}).get("gte", 1)


def _time(leaf, now):
    """`from` is inside, `to` is not; a window over midnight belongs to the day on which it begins."""
    offset = leaf.get("utc", "Z")
    shift = 0 if offset == "Z" else (-1 if offset[0] == "-" else 1) * _minutes(offset[1:])
    local = now // 60000 + shift
    minute = local % 1440
    begin, end = _minutes(leaf["from"]), _minutes(leaf["to"])
    overnight = begin >= end
    if overnight and end <= minute < begin:
        return False
    if not overnight and not begin <= minute < end:
        return False
    day = local // 1440 - (1 if overnight and minute < end else 0)
    # Day 0 of the epoch was a Thursday.
    return "days" not in leaf or WEEKDAYS[(day + 4) % 7] in leaf["days"]


def _minutes(clock):
    return int(clock[0:2]) * 60 + int(clock[3:5])
