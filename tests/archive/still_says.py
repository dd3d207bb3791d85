"""Whether everything in an old result still stands in a new one: the same keys in the same order, the same values; only keys may be added.

Usage: still_says.py OLD.json NEW.json. Names each difference; exit status 1 when there is one.
"""
import json
import sys

differences = []


def compare(old, new, place):
    if isinstance(old, dict) and isinstance(new, dict):
        missing = [key for key in old if key not in new]
        if missing:
            differences.append(f"{place}: {', '.join(missing)} is missing")
        if [key for key in new if key in old] != [key for key in old if key in new]:
            differences.append(f"{place}: the keys stand in another order")
        for key in old:
            if key in new:
                compare(old[key], new[key], f"{place}.{key}")
    elif isinstance(old, list) and isinstance(new, list):
        if len(old) != len(new):
            differences.append(f"{place}: {len(new)} entries, not {len(old)}")
        for index, (a, b) in enumerate(zip(old, new)):
            compare(a, b, f"{place}[{index}]")
    elif type(old) is not type(new) or old != new:
        differences.append(f"{place}: {new!r}, not {old!r}")


with open(sys.argv[1], encoding="utf-8") as file:
    first = json.load(file)
with open(sys.argv[2], encoding="utf-8") as file:
    second = json.load(file)
compare(first, second, "result")
print("\n".join(differences[:20]))
sys.exit(1 if differences else 0)
