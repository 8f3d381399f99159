"""The part of JSON Schema (2020-12) that the published schemas are written in. A keyword not known here is an error."""

import json
import os
import re

_SAID_ELSEWHERE = {"$schema", "$defs", "title", "description", "format", "default"}


def load(folder):
    """The schemas of a folder, as `fits(name, value)`: is the value what `record-1` or `evidence-1#keys` describes?"""
    roots = {}
    for name in ("record-1", "evidence-1", "policy"):
        with open(os.path.join(folder, name + ".schema.json"), encoding="utf-8") as file:
            roots[name] = json.load(file)

    def fits(name, value):
        file, _, part = name.partition("#")
        root = roots[file]
        return _fits(root["$defs"][part] if part else root, value, root)

    return fits


def _fits(schema, value, root):
    return all(_holds(keyword, asked, schema, value, root) for keyword, asked in schema.items())


def _holds(keyword, asked, schema, value, root):
    if keyword in _SAID_ELSEWHERE:
        return True
    if keyword == "$ref":
        return _fits(root["$defs"][asked.removeprefix("#/$defs/")], value, root)
    if keyword == "type":
        return _is_type(asked, value)
    if keyword == "const":
        return type(value) is type(asked) and value == asked
    if keyword == "enum":
        return any(type(value) is type(each) and value == each for each in asked)
    if keyword == "oneOf":
        return sum(_fits(each, value, root) for each in asked if _may_fit(each, value)) == 1
    if keyword == "anyOf":
        return any(_fits(each, value, root) for each in asked)
    if keyword == "allOf":
        return all(_fits(each, value, root) for each in asked)
    if isinstance(value, str):
        if keyword == "pattern":
            return _pattern(asked).search(value) is not None
        # In UTF-16 code units.
        if keyword == "minLength":
            return len(value.encode("utf-16-le", "surrogatepass")) // 2 >= asked
        if keyword == "maxLength":
            return len(value.encode("utf-16-le", "surrogatepass")) // 2 <= asked
    if _is_type("number", value):
        if keyword == "minimum":
            return value >= asked
        if keyword == "maximum":
            return value <= asked
    if isinstance(value, list):
        if keyword == "minItems":
            return len(value) >= asked
        if keyword == "maxItems":
            return len(value) <= asked
        first = len(schema.get("prefixItems", ()))
        if keyword == "prefixItems":
            return all(_fits(each, item, root) for each, item in zip(asked, value))
        if keyword == "items":
            return len(value) <= first if asked is False else all(_fits(asked, item, root) for item in value[first:])
    if isinstance(value, dict):
        if keyword == "required":
            return all(name in value for name in asked)
        if keyword == "properties":
            return all(_fits(asked[name], value[name], root) for name in value if name in asked)
        if keyword == "additionalProperties" and asked is False:
            return all(name in schema["properties"] for name in value)
    if keyword in _KNOWN:
        return True
    raise ValueError(f"a schema says {keyword}, which this program does not know")


_KNOWN = {
    "pattern", "minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems", "prefixItems", "items",
    "required", "properties",
}  # fmt: skip


def _may_fit(schema, value):
    """False when a constant of the object's own is another: most of the alternatives are told apart by one."""
    if not isinstance(value, dict):
        return True
    constants = ((name, each["const"]) for name, each in schema.get("properties", {}).items() if "const" in each)
    return all(value.get(name) == constant for name, constant in constants)


def _is_type(name, value):
    if name == "integer":
        return _is_type("number", value) and value == int(value)
    if name == "number":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return isinstance(value, {"string": str, "boolean": bool, "array": list, "object": dict}[name])


_patterns = {}


def _pattern(text):
    """A pattern of JavaScript: `$` is the very end, classes know ASCII only."""
    if text not in _patterns:
        plain = text.replace(r"\p{Cc}", r"\x00-\x1f\x7f-\x9f").replace("$)", r"\Z)")
        plain = plain[:-1] + r"\Z" if plain.endswith("$") else plain
        _patterns[text] = re.compile(plain, re.ASCII)
    return _patterns[text]
