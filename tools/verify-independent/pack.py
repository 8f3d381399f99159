"""The files of a pack, and the report on them."""

import os
import stat

from canonical import NotCanonical, parse

MAX_FILE_BYTES = 500_000_000
MAX_FILES = 20_000

# True of every pack.
LIMITS = (
    "The chain proves what was recorded, not that everything was: a disabled extension or another browser leaves no record here.",
    "Device keys cannot be exported through the browser, but they are not bound to hardware: an administrator of the machine can copy the profile.",
    "The holder of a device key could have written other records before they were first sent to the endpoint.",
    "Device clocks can be wrong; the order is that of the sequence numbers.",
    "Records hold no prompt text, so whether the classifier was right about the text cannot be checked from them.",
    "A device that never sent anything has no chain here: compare the devices of the pack with your own inventory.",
)
COUNTS = ("files", "records", "chains", "receipts", "logged", "erased", "acts", "certificates", "policies", "decisions")


class Report:
    def __init__(self):
        self.faults = []
        self.checked = dict.fromkeys(COUNTS, 0)
        self.notes = []
        self.limits = list(LIMITS)

    def fault(self, code, where, message):
        self.faults.append({"code": code, "where": where, "message": message})

    def as_json(self):
        return {
            "ok": not self.faults,
            "faults": self.faults,
            "checked": self.checked,
            "notes": self.notes,
            "limits": self.limits,
        }


def read_pack(folder, report):
    """Every file by its path with forward slashes. Links are not followed; OSError when the folder cannot be read."""
    files = {}

    def walk(prefix):
        names = []
        with os.scandir(os.path.join(folder, prefix)) as entries:
            for entry in entries:
                if len(files) + len(names) >= MAX_FILES:
                    report.fault("too_many_files", prefix[:-1] or ".", "no pack has that many files")
                    break
                names.append(entry.name)
        for name in sorted(names):
            path = os.path.join(folder, prefix, name)
            found = os.lstat(path)
            if stat.S_ISDIR(found.st_mode):
                walk(prefix + name + "/")
            elif not stat.S_ISREG(found.st_mode):
                report.fault("not_a_file", prefix + name, "a pack has files only; this is a link, or something else")
            elif found.st_size > MAX_FILE_BYTES:
                report.fault("file_too_large", prefix + name, "no file of a pack is that large")
            else:
                with open(path, "rb") as file:
                    files[prefix + name] = file.read()

    walk("")
    return files


def text_of(files, name):
    """UTF-8 text of a file, None when it is absent or not UTF-8."""
    return decoded(files[name]) if name in files else None


def decoded(raw):
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return None


def canonical_value(text):
    """The value of canonical JSON, None for anything else."""
    try:
        return None if text is None else parse(text)
    except NotCanonical:
        return None


def json_lines(files, name, report):
    """(line number, value) of a file of canonical JSON lines; the value is None where there is none."""
    text = text_of(files, name)
    if text is None:
        report.fault("file_missing", name, "this file is missing or not UTF-8")
        return []
    lines = text.split("\n")
    if lines.pop() != "":
        report.fault("line_malformed", name, "the last line has no end: the file was cut")
    return [(number, canonical_value(line)) for number, line in enumerate(lines, 1)]
