"""The cases that both sides judge: those of the source tree and random ones, and their wording as facts for CLIPS."""

import json
import math
import random
from fractions import Fraction

from clips_program import MOST_PEOPLE, UNIT, day_number
from reading import NotUnderstood

NATIONS = ("england", "wales", "scotland", "northern-ireland")
NAMES = ("Hill View", "hill  view", "Riverside PCN", "Élan", "North Moor", "A")


def known_cases(root):
    """The worked cases and those of every rule, as (name, case)."""
    found = [(path.stem, json.loads(path.read_text("utf-8"))) for path in sorted((root / "resources/examples").glob("*.fedcase"))]
    for path in sorted((root / "tests/cases").glob("*/cases.json")):
        for case in json.loads(path.read_text("utf-8"))["cases"]:
            found.append((f"{path.parent.name}: {case['name']}", case["case"]))
    return found


class RandomCases:
    """Partial answers of every kind. The same seed and rules give the same cases."""

    def __init__(self, base, seed):
        self.base, self.random = base, random.Random(seed)
        self.bounds = self.bounds_in_rules()
        days = sorted({d for r in base.rules for d in (r.first_day, r.until) if d})
        self.days = ["2015-01-01", "2026-11-22", "2199-12-31"] + days + [d for d in map(day_before, days) if d]

    def bounds_in_rules(self):
        """Numbers that rules compare with, so that many answers stand at or beside a bound."""
        found = {}
        conditions = [r.when for r in self.base.rules if r.when is not None]
        for test in (t for c in conditions for t in c.iter() if t.get("question")):
            for name in ("at-least", "at-most", "more-than", "less-than"):
                if test.get(name) and test.get(name).isdigit():
                    found.setdefault(test.get("question"), set()).add(int(test.get(name)))
        return {q: sorted(b) for q, b in found.items()}

    def one_of(self, values):
        return values[self.random.randrange(len(values))]

    def chance(self, percent):
        return self.random.randrange(100) < percent

    def case(self, number):
        """Every fifth case is aimed at where aggregation is easily wrong."""
        return self.case_of_close_calls(number) if number % 5 == 4 else self.case_of_all_kinds(number)

    def case_of_all_kinds(self, number):
        density, unknown = self.one_of((5, 25, 60, 90, 98, 100)), self.one_of((0, 0, 5, 25))
        count = 0 if self.chance(20) else 1 + self.random.randrange(6)
        lean = self.one_of((None, None, 1, 3, 5, 5))  # readiness all over the scale, or around one point
        case = {"format": "federation-adviser case", "version": 1, "title": f"Random {number}", "group": {"answers": {}}}
        if not self.chance(10):
            case["as-at"] = self.one_of(self.days)
        practices = [{"id": f"p{p + 1}", "name": f"Practice {p + 1}", "answers": {}} for p in range(count)]
        for practice in practices:
            people = self.one_of((0, 0, 1, 2, 3, MOST_PEOPLE))
            if people:
                practice["respondents"] = [{"role": "partner", "answers": {}} for _ in range(people)]
        many_people, by_group = self.chance(50), self.one_of((5, 30, 95))
        for q in self.base.questions.values():
            if q.kind == "date":
                continue
            if q.scope != "practice" and (q.scope == "group" or count == 0 or self.chance(by_group)):
                self.answer(case["group"]["answers"], q, density, unknown, lean, count)
            if q.scope != "group":
                for practice in practices:
                    self.practice_answers(practice, q, density, unknown, lean, many_people)
        if not self.chance(7):
            case["group"]["answers"]["jurisdiction"] = self.one_of(NATIONS)
        if practices:
            case["practices"] = practices
        return case

    def case_of_close_calls(self, number):
        """Practices that are split between two neighbouring answers, some of them silent, and a relationship whose mean stands exactly at a
        threshold or a hair beside it."""
        people, count = self.one_of((1, 2, 3, 3, 5, 6)), self.one_of((2, 3, 4, 5, 5, 6, 10))
        silent = self.one_of((0, 10, 40))
        practices = [{"id": f"p{p + 1}", "name": f"Practice {p + 1}", "answers": {},
                      "respondents": [{"role": "partner", "answers": {}} for _ in range(people)]} for p in range(count)]
        group = {"jurisdiction": self.one_of(NATIONS)}
        for q in self.base.questions.values():
            if q.kind == "date" or q.family == "readiness" or q.id == "jurisdiction":
                continue
            if q.scope == "group":
                if q.kind != "number" or self.chance(50):
                    self.answer(group, q, 80, 10, None, count)
                continue
            pair = self.neighbours(q)
            for practice in practices:
                if not self.chance(silent):
                    practice["answers"][q.id] = "unknown" if self.chance(10) else self.one_of(pair)
        self.set_relationship(practices, people)
        return {"format": "federation-adviser case", "version": 1, "title": f"Random {number}", "as-at": self.one_of(self.days),
                "group": {"answers": group}, "practices": practices}

    def neighbours(self, q):
        if q.kind == "choice":
            first = self.random.randrange(len(q.options))
            return q.options[first:first + 2]
        if q.kind == "scale":
            first = q.lowest + self.random.randrange(q.highest - q.lowest)
            return (first, first + 1)
        if q.kind == "number":
            first = self.value(q, None, 0)
            return (first, first + 1)
        return NAMES[:2]

    def set_relationship(self, practices, people):
        """Everybody answers every statement; the sum of all answers is what the threshold asks for, or one less."""
        threshold = Fraction(self.one_of([t[1] for t in self.base.thresholds]))
        ratings = [[[0] * people for _ in self.base.statements] for _ in practices]
        size = len(practices) * len(self.base.statements) * people
        left = math.ceil(threshold * size) - self.random.randrange(2)
        cells = [(p, s, r) for p in range(len(practices)) for s in range(len(self.base.statements)) for r in range(people)]
        for p, s, r in cells:
            ratings[p][s][r] = 1 + self.random.randrange(5)
        excess = sum(ratings[p][s][r] for p, s, r in cells) - left
        while excess:
            p, s, r = self.one_of(cells)
            step = -1 if excess > 0 else 1
            if 1 <= ratings[p][s][r] + step <= 5:
                ratings[p][s][r] += step
                excess += step
        for p, s, r in cells:
            practices[p]["respondents"][r]["answers"][self.base.statements[s].id] = ratings[p][s][r]

    def practice_answers(self, practice, q, density, unknown, lean, many_people):
        people = practice.get("respondents", [])
        if people and (many_people or q.scope == "respondent"):
            for person in people:
                self.answer(person["answers"], q, density, unknown, lean, 0)
            density = density // 10  # now and then the practice has an answer of its own as well
        self.answer(practice["answers"], q, density, unknown, lean, 0)

    def answer(self, answers, q, density, unknown, lean, practices):
        if self.chance(density):
            answers[q.id] = "unknown" if self.chance(unknown) else self.value(q, lean, practices)

    def value(self, q, lean, practices):
        if q.kind == "scale":
            if q.family == "readiness" and lean:
                return min(max(lean + self.random.randrange(3) - 1, q.lowest), q.highest)
            return q.lowest + self.random.randrange(q.highest - q.lowest + 1)
        if q.kind == "number":
            if q.derived == "count-of-practices":
                return practices + self.random.randrange(4) if practices else 1 + self.random.randrange(30)
            bounds = self.bounds.get(q.id, [])
            if bounds and self.chance(70):
                return max(q.lowest, self.one_of(bounds) + self.random.randrange(3) - 1)
            return q.lowest + self.random.randrange(self.one_of((10, 3000, 90000)))
        if q.kind == "choice":
            return self.one_of(q.options)
        if q.kind == "choices":
            chosen = [o for o in q.options if self.chance(30)]
            return ["none"] if "none" in chosen else chosen or [self.one_of(q.options)]
        return self.one_of(NAMES)


def day_before(day):
    """Within the same month only; nothing for the first of a month in January."""
    year, month, number = map(int, day.split("-"))
    if number > 1:
        return f"{year:04}-{month:02}-{number - 1:02}"
    lengths = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30)
    return f"{year:04}-{month - 1:02}-{lengths[month - 2]:02}" if month > 1 else f"{year - 1:04}-12-31"


class Facts:
    """Words a case as facts: what was said, unjudged. Options become their numbers, numbers whole parts."""

    def __init__(self, base):
        self.base = base

    def lines(self, name, case):
        group, practices = case.get("group", {}).get("answers", {}), case.get("practices", [])
        for id_, q in self.base.questions.items():
            people = [self.practice(p, q) for p in practices] if q.scope != "group" else []
            of_group = self.tokens(q, group[id_]) if id_ in group else []
            if q.kind == "date":
                continue
            if of_group or any(p != ["-"] for p in people):
                yield f"(said.{id_} (group {' '.join(of_group)}) (practices {' '.join(t for p in people for t in p)}))"
        day = case.get("as-at") or group.get("as-at") or self.base.as_at
        yield f'(the-case (name {json.dumps(name, ensure_ascii=False)}) (day {day_number(day)}) (practices {len(practices)}))'
        yield "judge"

    def practice(self, practice, q):
        if q.id in practice.get("answers", {}):
            return ["own", *self.tokens(q, practice["answers"][q.id])]
        voices = [r["answers"][q.id] for r in practice.get("respondents", []) if q.id in r.get("answers", {})]
        if len(voices) > MOST_PEOPLE:
            raise NotUnderstood(f"{len(voices)} people answer {q.id}; means are exact for {MOST_PEOPLE} only.")
        return ["voices", *(t for v in voices for t in self.tokens(q, v)), "/"] if voices else ["-"]

    def tokens(self, q, value):
        if value == "unknown":
            return ["unknown"]
        if q.numeric:
            return [str(int(value) * UNIT)]
        if q.kind == "choice":
            return [str(q.place(value))]
        if q.kind == "choices":
            return ["set", *(str(q.place(v)) for v in value)]
        return [json.dumps("text " + " ".join(str(value).split()).lower(), ensure_ascii=False)]
