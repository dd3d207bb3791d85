#!/usr/bin/env python3
"""Writes cases for rules that have none, and checks those that exist against a second reading of the rules.

    generate.py                write tests/cases/<rule-id>/cases.json for every rule without one
    generate.py --only MO30    the same for one rule
    generate.py --check        compare every existing cases.json with rule_reading.py; writes nothing

A file that exists is never overwritten: delete it to have it written anew. What is written has to be read by a person: the
expected texts are only right if they read well. Cases stand on the boundary where there is one: 5,000 patients for "at least 5,000",
and an answer apart for the case in which the rule does not fire.
"""

import argparse
import datetime
import itertools
import json
import pathlib
import sys

from rule_reading import UNKNOWN, Leaf, Reading, RuleBase, Words

HERE = pathlib.Path(__file__).resolve().parent
RULES = HERE.parent.parent / "rules"
TOWNS = ["North", "South", "East", "West", "Hill", "Lake", "Moor", "Park"]
ONE_DAY = datetime.timedelta(days=1)


class Search:
    """Looks for answers that give a condition a truth. Answers are a dict: a value for the group, a tuple for the practices."""

    def __init__(self, base, condition, day, practices):
        self.base, self.day, self.practices = base, day, practices
        self.leaves = list(condition.leaves()) if condition else []
        self.over_practices = self.needs_practices()

    def needs_practices(self):
        asked = {l.subject for l in self.leaves if l.kind == "practices" or l.of not in (None, "group")}
        asked |= {l.subject for l in self.leaves if l.kind == "test" and self.base.questions[l.subject].scope == "practice"}
        families = set()
        for leaf in self.leaves:
            if leaf.kind == "measure" and leaf.subject in ("relationship.lowest", "relationship.range"):
                families.add(self.base.readiness_family)
            if leaf.kind == "measure" and leaf.subject == "motive.consensus":
                families.add("motive")
        if any(self.base.questions[q].family == self.base.readiness_family for q in asked):
            families.add(self.base.readiness_family)
        return asked | {q.id for family in families for q in self.base.family(family)}

    def case(self, title, answers):
        shared = {q: v for q, v in answers.items() if not isinstance(v, tuple)}
        case = {"format": "federation-adviser case", "version": 1, "title": title, "as-at": self.day.isoformat(), "group": {"answers": shared}}
        held = {q: v for q, v in answers.items() if isinstance(v, tuple)}
        if held:
            size = max(len(v) for v in held.values())
            case["practices"] = [{"id": f"p{i + 1}", "answers": {q: v[i] for q, v in held.items() if v[i] is not None}} for i in range(size)]
        return case

    def truth(self, node, answers):
        return Reading(self.base, self.case("", answers)).truth(node)

    # -- values worth trying -----------------------------------------------------------------------------------------------------

    def scalars(self, q, op):
        """Values of one question, those next to the bounds of `op` first."""
        if q.kind == "choices":
            named = [o for o in q.options if o in op.get("includes", []) + op.get("excludes", [])]
            for leaf in self.leaves:
                named += [o for o in leaf.op.get("includes", []) if leaf.subject == q.id and o not in named]
            single = [[o] for o in named] + [[o] for o in q.options if o not in named]
            pairs = [sorted(p, key=q.options.index) for n in (2, 3) for p in itertools.combinations([o for o in named if o != "none"], n)]
            return single + pairs
        if q.kind == "text":
            return TOWNS
        if not q.numeric:
            named = op.get("is", []) + op.get("is-not", [])
            bounds = [q.options.index(v) for v in op.values() if v in q.options]
            near = sorted(q.options, key=lambda o: min((abs(q.options.index(o) - b) for b in bounds), default=0))
            return [o for o in named] + [o for o in near if o not in named]
        bounds = [int(float(v)) for k, v in op.items() if not isinstance(v, list)] or [q.minimum or 0]
        if q.kind == "scale":
            values = range(q.minimum, q.maximum + 1)
        else:
            spots = {b for l in self.leaves if l.subject == q.id for k, v in l.op.items() if not isinstance(v, list) for b in [int(float(v))]}
            values = {v + d for v in spots | {q.minimum or 0} for d in (-1, 0, 1) if v + d >= (q.minimum or 0)}
        return sorted(values, key=lambda v: (min(abs(v - b) for b in bounds), v))

    def settings(self, q, op):
        scalars = self.scalars(q, op)
        if q.id not in self.over_practices:
            return scalars
        size = self.practices
        rows = [(v,) * size for v in scalars]
        rows += [(v,) + (w,) * (size - 1) for v in scalars[:12] for w in scalars[:12] if v != w]
        if q.kind == "text" or "distinct" in {l.of for l in self.leaves if l.subject == q.id}:
            rows += [tuple(scalars[min(i, k)] for i in range(size)) for k in range(1, size) if len(scalars) > k]
        return rows

    def statements(self, leaf, answers):
        """Answers to the open statements of a measure: all alike, or two neighbouring points mixed to come close to the bound."""
        part = leaf.subject.split(".")[1]
        letter = self.base.subscales.get(part)
        if leaf.subject == "motive.consensus":
            family = self.base.family("motive")
            for split in range(1, self.practices):
                yield {family[0].id: (3,) * split + (None,) * (self.practices - split),
                       family[1].id: (None,) * split + (3,) * (self.practices - split)}
            yield {q.id: tuple(3 if i == j else None for j in range(self.practices)) for i, q in enumerate(family[:self.practices])}
            yield {family[0].id: (3,) * self.practices}
            return
        questions = [q for q in self.base.family(self.base.readiness_family) if letter in (None, q.group)]
        free = [q for q in questions if q.id not in answers]
        per_practice = any(q.id in self.over_practices for q in questions)
        points = range(1, 6)
        if not free:
            return
        if per_practice:
            rows = sorted(itertools.product(points, repeat=self.practices), key=lambda r: (len(set(r)), max(r) - min(r), r))
            for row in rows:
                yield {q.id: row for q in free}
            return
        bound = float(next(iter(leaf.op.values())))
        mixes = [(low, count) for low in points for count in range(len(free)) if low < 5 or count == 0]
        for low, count in sorted(mixes, key=lambda m: abs((m[0] * len(free) + m[1]) / len(free) - bound)):
            yield {q.id: low + (1 if i < count else 0) for i, q in enumerate(free)}

    # -- search ------------------------------------------------------------------------------------------------------------------

    def solve(self, node, want, answers):
        """Ways to extend the answers so that the node has this truth, simplest first."""
        if self.truth(node, answers) is want:
            yield answers
            return
        if isinstance(node, Leaf):
            yield from self.solve_leaf(node, want, answers)
        elif node.kind == "not":
            yield from self.solve(node.parts[0], not want, answers)
        else:
            needed = {"all": len(node.parts), "any": 1, "at-least": node.count}[node.kind]
            needed = needed if want else len(node.parts) - needed + 1
            for chosen in itertools.islice(itertools.combinations(node.parts, needed), 60):
                yield from self.solve_each(chosen, want, answers)

    def solve_each(self, nodes, want, answers):
        if not nodes:
            yield answers
            return
        for extended in itertools.islice(self.solve(nodes[0], want, answers), 40):
            yield from self.solve_each(nodes[1:], want, extended)

    def solve_leaf(self, leaf, want, answers):
        if leaf.kind == "measure":
            ways = self.statements(leaf, answers)
        elif leaf.subject in answers:
            return
        else:
            ways = ({leaf.subject: v} for v in self.settings(self.base.questions[leaf.subject], leaf.op))
        for way in ways:
            if self.truth(leaf, answers | way) is want:
                yield answers | way


class Author:
    """Writes the cases of one rule."""

    def __init__(self, base, rule):
        self.base, self.rule, self.condition, self.notes = base, rule, base.condition(rule), []
        self.day = base.as_at
        if rule.until and self.day >= rule.until:
            self.day = rule.until - ONE_DAY
        if rule.first_day and self.day < rule.first_day:
            self.day = rule.first_day

    def first(self, want):
        for size in (2, 1, 3, 4, 5):
            search = Search(self.base, self.condition, self.day, size)
            for answers in itertools.islice(search.solve(self.condition, want, {}), 300):
                if search.truth(self.condition, answers) is want:
                    return search, answers
        raise LookupError(f"{self.rule.id}: no answers found that make it {want}")

    def text(self, search, answers):
        return Words(Reading(self.base, search.case("", answers))).filled(self.rule.text)

    def gaps(self, search, answers):
        text = self.text(search, answers)
        return text.count("not answered") + text.count("not known")

    def trimmed(self, search, answers, want):
        """Without the answers that change nothing; the statements behind a measure stay whole."""
        measured = any(leaf.kind == "measure" for leaf in search.leaves)
        for q in list(answers):
            if measured and self.base.questions[q].family == self.base.readiness_family:
                continue
            less = {k: v for k, v in answers.items() if k != q}
            if search.truth(self.condition, less) is want and self.gaps(search, less) <= self.gaps(search, answers):
                answers = less
        return answers

    def with_placeholders(self, search, answers):
        """Answers what the text mentions and the condition could do without."""
        if not self.gaps(search, answers):
            return answers
        self.notes.append("can fire although its text names a question that is not answered")
        for leaf in search.leaves:
            if leaf.kind == "test" and leaf.subject not in answers and "{" + leaf.subject + "}" in self.rule.text:
                ways = search.solve_leaf(leaf, True, answers)
                answers = next((w for w in ways if search.truth(self.condition, w) is True), answers)
        if self.gaps(search, answers):
            self.notes.append("text has gaps in every case that was tried")
        return answers

    def asked(self, answers):
        """The answered questions, jurisdiction last: changing another one says more."""
        return sorted(answers, key=lambda q: q == "jurisdiction")

    def near_miss(self, search, answers):
        for q in self.asked(answers):
            old = answers[q]
            op = next((l.op for l in search.leaves if l.subject == q), {})
            for value in search.settings(self.base.questions[q], op):
                if value != old and search.truth(self.condition, answers | {q: value}) is False:
                    return answers | {q: value}
        other, found = self.first(False)
        search.practices = other.practices
        return self.trimmed(search, found, False)

    def cannot_tell(self, search, answers):
        for q in self.asked(answers):
            less = {k: v for k, v in answers.items() if k != q}
            said = UNKNOWN if not isinstance(answers[q], tuple) else (UNKNOWN,) * len(answers[q])
            if not less and search.truth(self.condition, {q: said}) is None:
                return {q: said}
            if search.truth(self.condition, less) is None:
                return less
        for q, value in answers.items():
            if isinstance(value, tuple) and search.truth(self.condition, answers | {q: value[:-1] + (None,)}) is None:
                return answers | {q: value[:-1] + (None,)}
        for keep in range(len(answers), -1, -1):
            less = dict(list(answers.items())[:keep])
            if search.truth(self.condition, less) is None:
                return less
        raise LookupError(f"{self.rule.id}: no answers found that leave it open")

    def cases(self):
        if self.condition is None:
            search, fires = Search(self.base, None, self.day, 2), {}
        else:
            search, fires = self.first(True)
            fires = self.trimmed(search, self.with_placeholders(search, fires), True)
        yield self.case("fires", "true", search, fires) | {"text": self.text(search, fires)}
        if self.condition is not None:
            yield self.case("does not", "false", search, self.near_miss(search, fires))
            if self.rule.nations and len(fires) > 1:
                yield from self.abroad(search, fires)
            yield self.case("cannot tell", "unknown", search, self.cannot_tell(search, fires))
        if self.rule.first_day:
            search.day = self.rule.first_day - ONE_DAY
            yield self.case("before it is law", "false", search, fires)
        if self.rule.until:
            search.day = self.rule.until
            yield self.case("when it is no longer law", "false", search, fires)

    def abroad(self, search, fires):
        for nation in self.base.questions["jurisdiction"].options:
            if nation not in self.rule.nations and search.truth(self.condition, fires | {"jurisdiction": nation}) is False:
                yield self.case("does not in another nation", "false", search, fires | {"jurisdiction": nation})
                return

    def case(self, name, truth, search, answers):
        return {"name": name, "truth": truth, "case": search.case(f"{self.rule.id}: {name}", answers)}


def laid_out(value, indent=0, room=120):
    """JSON with short objects on one line."""
    line = json.dumps(value, ensure_ascii=False)
    if len(line) + indent <= room or not isinstance(value, (dict, list)) or not value:
        return line
    pad, inner = " " * indent, " " * (indent + 2)
    if isinstance(value, list):
        return "[\n" + ",\n".join(inner + laid_out(v, indent + 2) for v in value) + "\n" + pad + "]"
    if all(not isinstance(v, (dict, list)) for v in value.values()) and len(value) > 6:
        lines, row = [], inner
        for i, (k, v) in enumerate(value.items()):
            item = json.dumps(k) + ": " + json.dumps(v, ensure_ascii=False) + ("," if i + 1 < len(value) else "")
            if len(row) + len(item) > room and row.strip():
                lines.append(row.rstrip())
                row = inner
            row += item + " "
        return "{\n" + "\n".join([*lines, row.rstrip()]) + "\n" + pad + "}"
    items = (inner + json.dumps(k) + ": " + laid_out(v, indent + 2 + len(k) + 4 if not isinstance(v, (dict, list)) else indent + 2) for k, v in value.items())
    return "{\n" + ",\n".join(items) + "\n" + pad + "}"


def write_missing(base, only):
    problems = 0
    for rule in base.rules:
        path = HERE / rule.id / "cases.json"
        if path.exists() or (only and rule.id != only):
            continue
        author = Author(base, rule)
        try:
            cases = list(author.cases())
        except LookupError as error:
            print(error)
            problems += 1
            continue
        for note in author.notes:
            print(f"{rule.id}: {note}")
        path.parent.mkdir(exist_ok=True)
        path.write_text(laid_out({"rule": rule.id, "cases": cases}) + "\n", encoding="utf-8")
    return problems


def check(base, only):
    rules, problems = {rule.id: rule for rule in base.rules}, 0
    names = {True: "true", False: "false", None: "unknown"}
    for path in sorted(HERE.glob("*/cases.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        rule = rules.get(content["rule"])
        if only and content["rule"] != only:
            continue
        if rule is None or content["rule"] != path.parent.name:
            print(f"{path.parent.name}: no such rule, or the file names another")
            problems += 1
            continue
        for case in content["cases"]:
            reading = Reading(base, case["case"])
            truth = names[reading.rule_truth(rule)]
            text = Words(reading).filled(rule.text)
            if truth != case["truth"]:
                print(f"{rule.id}, {case['name']}: expected {case['truth']}, read as {truth}")
                problems += 1
            elif truth == "true" and text != case.get("text"):
                print(f"{rule.id}, {case['name']}: expected text\n  {case.get('text')}\nread as\n  {text}")
                problems += 1
    missing = [rule.id for rule in base.rules if not (HERE / rule.id / "cases.json").exists() and only in (None, rule.id)]
    if missing:
        print("without cases:", " ".join(missing))
    return problems + len(missing)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", metavar="ID", help="one rule")
    parser.add_argument("--check", action="store_true", help="compare what exists, write nothing")
    options = parser.parse_args()
    base = RuleBase(RULES)
    return 1 if (check if options.check else write_missing)(base, options.only) else 0


if __name__ == "__main__":
    sys.exit(main())
