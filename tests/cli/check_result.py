"""Checks that the JSON of `fedadvise assess` has what design.md section 3 promises: keys may be added, none renamed.

Usage: check_result.py RESULT.json [expected as-at date]. Says every fault on standard error; exit status 1 when there is one.
"""
import json
import re
import sys

faults = []


def check(holds, message):
    if not holds:
        faults.append(message)


def has(where, value, keys):
    check(isinstance(value, dict), f"{where} is no object")
    for key in keys:
        check(isinstance(value, dict) and key in value, f"{where} has no '{key}'")


def is_list(where, value):
    check(isinstance(value, list), f"{where} is no list")
    return value if isinstance(value, list) else []


def check_statements(where, statements):
    for index, statement in enumerate(is_list(where, statements)):
        at = f"{where}[{index}]"
        has(at, statement, ["rule", "strength", "text", "because", "sources"])
        check(bool(statement.get("text")), f"{at} says nothing")
        is_list(at + ".because", statement.get("because"))
        is_list(at + ".sources", statement.get("sources"))


def check_options(where, options, count, further_keys):
    check(len(is_list(where, options)) == count, f"{where} has {len(options)} entries, not {count}")
    check(len({o.get("id") for o in options}) == len(options), f"{where} names an id twice")
    ranks = [o.get("rank", 0) for o in options]
    check(ranks == sorted(ranks) and ranks and ranks[0] == 1, f"{where} is not in the order of its ranks: {ranks}")
    out = [bool(o.get("ruled-out-by")) for o in options]
    check(out == sorted(out), f"{where}: what is ruled out does not come last")
    for option in options:
        at = f"{where}.{option.get('id')}"
        has(at, option, ["id", "rank", "band", "score", "for", "against", "ruled-out-by", "not-yet", *further_keys])
        score = option.get("score", {})
        has(at + ".score", score, ["now", "low", "high"])
        check(score.get("low", 0) <= score.get("now", 0) <= score.get("high", 0), f"{at}: the score is not between its bounds: {score}")
        for key in ["for", "against", "ruled-out-by", "not-yet", *further_keys]:
            check_statements(f"{at}.{key}", option.get(key))


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        result = json.load(file)
    has("result", result, ["format", "version", "rules", "models", "vehicles", "pairs", "readiness", "lessons", "conflicts", "warnings", "open-questions"])
    check(result["format"] == "federation-adviser result", f"format is {result['format']!r}")
    check(result["version"] == 1, f"version is {result['version']!r}")
    has("rules", result["rules"], ["id", "version", "sha256", "as-at"])
    check(re.fullmatch("[0-9a-f]{64}", result["rules"]["sha256"]) is not None, "rules.sha256 is no SHA-256")
    check(re.fullmatch(r"\d{4}-\d\d-\d\d", result["rules"]["as-at"]) is not None, "rules.as-at is no date")
    if len(sys.argv) > 2:
        check(result["rules"]["as-at"] == sys.argv[2], f"rules.as-at is {result['rules']['as-at']}, not {sys.argv[2]}")
    check_options("models", result["models"], 15, [])
    check_options("vehicles", result["vehicles"], 14, ["required"])
    models = {m["id"] for m in result["models"]}
    vehicles = {v["id"] for v in result["vehicles"]}
    for index, pair in enumerate(is_list("pairs", result["pairs"])):
        has(f"pairs[{index}]", pair, ["model", "vehicle", "fit"])
        check(pair.get("model") in models and pair.get("vehicle") in vehicles, f"pairs[{index}] names what there is not: {pair}")
    has("readiness", result["readiness"], ["relationship", "deal", "depth-cap"])
    cap = result["readiness"]["depth-cap"]  # null: nothing about the relationship has been answered
    check(cap is None or re.fullmatch("g[0-9]", cap) is not None, f"readiness.depth-cap is {cap!r}")
    for key in ["lessons", "conflicts", "warnings", "open-questions"]:
        is_list(key, result[key])
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


sys.exit(main())
