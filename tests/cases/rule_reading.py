"""A second, independent reading of the rule base: what a rule means for a case, worked out from the XML alone.

Nothing here is taken from the C++ engine. Conditions follow Kleene's three-valued logic (True, False, None for unknown); numbers that
are not certain yet are intervals; means are exact fractions. Used by generate.py only.
"""

import datetime
import itertools
import math
import pathlib
import xml.etree.ElementTree as xml
from fractions import Fraction

UNKNOWN = "unknown"  # "we do not know": said, and different from no answer
INF = math.inf


class Question:
    def __init__(self, element, scales):
        get = element.get
        self.id, self.family, self.scope, self.kind = get("id"), get("family", ""), get("scope"), get("kind")
        self.aggregate, self.flags, self.group = get("aggregate"), get("flags", "").replace(" ", ""), get("group", "")
        self.derived = get("derived", "")
        self.minimum = int(get("minimum")) if get("minimum") else None
        self.maximum = int(get("maximum")) if get("maximum") else None
        options = scales[get("scale")] if self.kind == "scale" else element.findall("option")
        self.options = [o.get("value") for o in options]
        self.labels = {o.get("value"): o.get("label") for o in options}
        self.neutral = {o.get("value") for o in options if o.get("neutral") == "yes"}
        if self.kind == "scale":
            self.minimum, self.maximum = int(self.options[0]), int(self.options[-1])

    @property
    def numeric(self):
        return self.kind in ("scale", "number")

    @property
    def member(self):
        return self.id.removeprefix(self.family + ".") if self.family else self.id


class Rule:
    def __init__(self, element):
        self.id, self.title = element.get("id"), element.get("title")
        self.nations = element.get("nations", "").split()
        self.first_day, self.until = (parse_day(element.get(a)) for a in ("from", "until"))
        self.when = element.find("when")[0] if element.find("when") is not None else None
        self.text = " ".join("".join(element.find("text").itertext()).split())


def parse_day(text):
    return datetime.date.fromisoformat(text) if text else None


class RuleBase:
    def __init__(self, folder):
        roots = [xml.parse(path).getroot() for path in sorted(pathlib.Path(folder).glob("*.xml"))]

        def all_of(name):
            return [e for root in roots for e in root.findall(name)]
        scales = {s.get("id"): s.findall("point") for s in all_of("scale")}
        self.questions = {q.get("id"): Question(q, scales) for q in all_of("question")}
        self.rules = [Rule(r) for r in all_of("rule")]
        self.as_at = next(parse_day(r.get("as-at")) for r in roots if r.get("as-at"))
        self.steps = [s.get("id") for s in sorted(all_of("gradient-step"), key=lambda s: s.get("id"))]
        readiness = all_of("readiness")[0]
        self.readiness_family = readiness.get("family")
        self.gates = [(g.get("from"), g.get("question"), g.get("at-least")) for g in readiness.findall("gate")]
        self.subscales = {s.get("id"): s.get("letter") for s in readiness.findall("subscale")}
        self.checklists = {c.get("id"): [i.find("when")[0] for i in c.findall("item")] for c in all_of("checklist")}

    def family(self, name):
        return [q for q in self.questions.values() if q.family == name]

    def condition(self, rule):
        """The rule's nations and condition as one tree; None for a rule that always holds."""
        parts = []
        if rule.nations:
            parts.append(Leaf("test", "jurisdiction", {"is": rule.nations}))
        if rule.when is not None:
            parts.append(self.tree(rule.when))
        return None if not parts else parts[0] if len(parts) == 1 else Branch("all", parts)

    def tree(self, e):
        """Plain tests joined by all, any, not and at-least: family, gates and checklist are short for these."""
        if e.tag in ("all", "any", "not", "at-least"):
            return Branch(e.tag, [self.tree(c) for c in e], int(e.get("n", 0)))
        if e.tag == "test":
            return Leaf("test", e.get("question"), operators(e), of=e.get("of"))
        if e.tag == "practices":
            return Leaf("practices", e.get("question"), operators(e), how_many=e.get("how-many"))
        if e.tag == "measure":
            return Leaf("measure", e.get("id"), operators(e))
        if e.tag == "family":
            only, leave = (e.get(a, "").split() for a in ("only", "except"))
            members = [q for q in self.family(e.get("name")) if q.member not in leave and (not only or q.member in only)
                       and e.get("flag", "") in q.flags]
            return Branch("at-least", [Leaf("test", q.id, operators(e)) for q in members], int(e.get("count", 1)))
        if e.tag == "gates":
            depth = self.steps.index(e.get("step"))
            gates = Branch("all", [Leaf("test", q, {"at-least": value}) for step, q, value in self.gates if self.steps.index(step) <= depth])
            return gates if e.get("passed", "yes") == "yes" else Branch("not", [gates])
        if e.tag == "checklist":
            items = [self.tree(item) for item in self.checklists[e.get("id")]]
            if e.get("at-least"):
                return Branch("at-least", items, int(e.get("at-least")))
            return Branch("not", [Branch("at-least", items, int(e.get("at-most")) + 1)])
        raise ValueError(f"unknown condition <{e.tag}>")


def operators(element):
    lists = {name: element.get(name).split() for name in ("is", "is-not", "includes", "excludes") if element.get(name)}
    return lists | {name: element.get(name) for name in ("at-least", "at-most", "more-than", "less-than") if element.get(name)}


class Leaf:
    def __init__(self, kind, subject, op, of=None, how_many=None):
        self.kind, self.subject, self.op, self.of, self.how_many = kind, subject, op, of, how_many

    def leaves(self):
        yield self


class Branch:
    def __init__(self, kind, parts, count=0):
        self.kind, self.parts, self.count = kind, parts, count

    def leaves(self):
        for part in self.parts:
            yield from part.leaves()


def at_least(count, truths):
    if sum(t is True for t in truths) >= count:
        return True
    return False if sum(t is not False for t in truths) < count else None


def negation(truth):
    return None if truth is None else not truth


class Reading:
    """What one case (as it stands in a file) says."""

    def __init__(self, base, case):
        self.base = base
        self.group = case.get("group", {}).get("answers", {})
        self.practices = case.get("practices", [])
        self.as_at = parse_day(case["as-at"])

    # -- answers ---------------------------------------------------------------------------------------------------------------

    def answers(self, q):
        """One entry for each practice (or one for the group): a value, UNKNOWN, or None for no answer."""
        of_group = self.group.get(q.id) if q.scope != "practice" else None
        if q.scope == "group" or not self.practices:
            return [of_group]
        return [self.of_practice(p, q, of_group) for p in self.practices]

    def of_practice(self, practice, q, of_group):
        if q.id in practice.get("answers", {}):
            return practice["answers"][q.id]
        said = [r["answers"][q.id] for r in practice.get("respondents", []) if q.id in r.get("answers", {})]
        if not said:
            return of_group
        values = [v for v in said if v != UNKNOWN]
        if not values:
            return UNKNOWN
        if q.numeric:
            return Fraction(sum(values), len(values))
        if q.kind == "choices":
            return [o for o in q.options if any(o in v for v in values)]
        if q.kind == "choice":
            order = sorted(values, key=q.options.index)
            return order[(len(order) - 1) // 2] if q.aggregate in ("median", "worst") else max(q.options, key=values.count)
        return values[0]

    def values(self, q):
        return [v for v in self.answers(q) if v is not None and v != UNKNOWN]

    def interval(self, q):
        """Lowest and highest that the group's number may be."""
        if q.derived and self.practices:
            stated = self.group.get(q.id)
            stated = stated if isinstance(stated, int) else None
            if q.derived == "count-of-practices":
                return (max(stated or 0, len(self.practices)),) * 2
            part = self.base.questions[q.derived.split(":")[1]]
            known = self.values(part)
            if stated is not None:
                return (max(stated, sum(known)),) * 2
            return sum(known), sum(known) if len(known) == len(self.practices) else INF
        values = sorted(self.values(q))
        if not values:
            return -INF, INF
        if q.aggregate == "sum":
            return sum(values), sum(values) if len(values) == len(self.answers(q)) else INF
        if q.aggregate == "mean":
            number = Fraction(sum(values), len(values))
        elif q.aggregate == "lowest":
            number = values[0]
        elif q.aggregate in ("highest", "worst"):
            number = values[-1]
        else:
            half = len(values) // 2
            number = values[half] if len(values) % 2 else Fraction(values[half - 1] + values[half], 2)
        return number, number

    def possible(self, q):
        """The options that the group's single choice may be; None when nobody has answered."""
        values = self.values(q)
        if not values:
            return None
        if q.aggregate == "median":
            return {sorted(values, key=q.options.index)[(len(values) - 1) // 2]}
        if q.aggregate == "worst":
            telling = [v for v in values if v not in q.neutral] or values
            return {max(telling, key=q.options.index)}
        most = max(values.count(v) for v in values)
        return {v for v in values if values.count(v) == most}

    # -- readiness and consensus ------------------------------------------------------------------------------------------------

    def relationship(self, letter=None):
        """For each practice: mean so far (None when it is silent), lowest and highest it may become; empty when all are silent."""
        statements = [q for q in self.base.family(self.base.readiness_family) if letter in (None, q.group)]
        columns = [self.answers(q) for q in statements]
        means = []
        for said in zip(*columns):
            counted = [Fraction(2) if v == UNKNOWN else Fraction(v) for v in said if v is not None]
            missing = [q for q, v in zip(statements, said) if v is None]
            total, size = sum(counted), len(statements)
            means.append((total / len(counted) if counted else None, (total + sum(q.minimum for q in missing)) / size,
                          (total + sum(q.maximum for q in missing)) / size))
        return means if any(now is not None for now, _, _ in means) else []

    def measure(self, name):
        """Reading now (None without answers), lowest and highest it may become."""
        if name == "motive.consensus":
            return self.consensus()
        part = name.removeprefix("relationship.")
        means = self.relationship(self.base.subscales.get(part))
        if not means:
            return None, *((0, 4) if part == "range" else (1, 5))
        now, low, high = zip(*means)
        now = [m for m in now if m is not None]
        if part == "lowest":
            return min(now), min(low), min(high)
        if part == "range":
            several = len(low) > 1
            return max(now) - min(now), max(0, max(low) - min(high)) if several else 0, max(high) - min(low) if several else 0
        return tuple(sum(m) / len(m) for m in (now, low, high))

    def consensus(self):
        """Share of practices with the commonest decisive motive: now, lowest and highest while some motives are open."""
        motives, decisive, may = self.base.family("motive"), {}, {}
        for number, practice in enumerate(self.practices):
            for q in motives:
                if self.of_practice(practice, q, None) == q.maximum:
                    decisive.setdefault(q.id, set()).add(number)
                elif self.of_practice(practice, q, self.group.get(q.id)) in (None, UNKNOWN):
                    may.setdefault(q.id, set()).add(number)
        sure = set().union(*decisive.values())
        if len(sure) < 2:
            return None, -INF, INF
        possible = sure.union(*may.values())
        top = max(len(d) for d in decisive.values())
        together = [decisive.get(q.id, set()) | may.get(q.id, set()) for q in motives]
        high = max(Fraction(len(t), len(sure | t)) for t in together)
        return Fraction(top, len(sure)), Fraction(top, len(possible)), high

    # -- truth -----------------------------------------------------------------------------------------------------------------

    def truth(self, node):
        if node is None:
            return True
        if isinstance(node, Branch):
            truths = [self.truth(part) for part in node.parts]
            needed = {"all": len(truths), "any": 1, "at-least": node.count}
            return negation(truths[0]) if node.kind == "not" else at_least(needed[node.kind], truths)
        if node.kind == "measure":
            return in_range(node.op, *self.measure(node.subject)[1:])
        q = self.base.questions[node.subject]
        if node.kind == "practices":
            return self.practices_truth(q, node)
        if node.of and node.of != "group":
            return self.statistic_truth(q, node)
        if q.numeric:
            return in_range(node.op, *self.interval(q))
        if q.kind == "choices":
            values = self.values(q)
            return meets(q, node.op, set().union(*values)) if values else None
        options = self.possible(q)
        truths = {meets(q, node.op, option) for option in options or []}
        return truths.pop() if len(truths) == 1 else None

    def statistic_truth(self, q, node):
        values, missing = self.values(q), len(self.answers(q)) - len(self.values(q))
        if not values:
            return None
        if node.of == "distinct":
            different = len({" ".join(v.split()).casefold() if isinstance(v, str) else str(v) for v in values})
            return in_range(node.op, different, different + missing)
        if node.of == "lowest":
            return in_range(node.op, -INF if missing else min(values), min(values))
        if node.of == "highest":
            return in_range(node.op, max(values), INF if missing else max(values))
        spread = max(values) - min(values)
        return in_range(node.op, spread, INF if missing else spread)

    def practices_truth(self, q, node):
        values = self.values(q)
        if not values:
            return None
        met = [meets(q, node.op, set(v) if q.kind == "choices" else v) for v in values]
        if node.how_many == "half":
            return 2 * sum(met) >= len(met)
        met += [None] * (len(self.answers(q)) - len(values))
        some = at_least(1, met)
        return {"some": some, "none": negation(some), "every": at_least(len(met), met)}[node.how_many]

    def in_force(self, rule):
        return (not rule.first_day or self.as_at >= rule.first_day) and (not rule.until or self.as_at < rule.until)

    def rule_truth(self, rule):
        return self.truth(self.base.condition(rule)) if self.in_force(rule) else False


def in_range(op, low, high):
    """Whether a number between low and high meets the operators."""
    if "is" in op or "is-not" in op:
        hits = [in_range({"at-least": v, "at-most": v}, low, high) for v in op.get("is") or op["is-not"]]
        return at_least(1, hits) if "is" in op else negation(at_least(1, hits))
    truths = []
    for name, written in op.items():
        bound = Fraction(written)
        worst, fit = {"at-least": (low >= bound, high >= bound), "more-than": (low > bound, high > bound),
                      "at-most": (high <= bound, low <= bound), "less-than": (high < bound, low < bound)}[name]
        truths.append(True if worst else None if fit else False)
    return at_least(len(truths), truths)


def meets(q, op, value):
    """Whether one certain answer meets the operators; sets come as sets."""
    if "includes" in op:
        return bool(value & set(op["includes"]))
    if "excludes" in op:
        return not value & set(op["excludes"])
    if q.numeric:
        return in_range(op, value, value)
    if "is" in op or "is-not" in op:
        return value in op["is"] if "is" in op else value not in op["is-not"]
    place = q.options.index
    return in_range({name: str(place(option)) for name, option in op.items()}, place(value), place(value))


# -- words ---------------------------------------------------------------------------------------------------------------------

PROPER_NAMES = ("England", "Scotland", "Wales", "Northern", "Britain", "Companies House", "Section", "Crown", "Welsh", "Scottish")


def lower_first(label):
    word = label.split(" ")[0]
    if not word[:1].isupper() or label.startswith(PROPER_NAMES) or any("A" <= c <= "Z" for c in word[1:]):
        return label
    return label[0].lower() + label[1:]


def day_in_words(day):
    return f"{day.day} {day:%B} {day.year}"


def decimal(value):
    """One decimal, half away from zero."""
    return f"{math.floor(value * 10 + Fraction(1, 2)) / 10:.1f}"


def cut(value):
    """One decimal, cut off: a reading just under a threshold must not look as if it had reached it."""
    return f"{math.floor(value * 10) / 10:.1f}"


class Words:
    """Fills the placeholders of a text for one case."""

    def __init__(self, reading):
        self.reading, self.questions = reading, reading.base.questions

    def filled(self, text):
        result = ""
        while "{" in text:
            before, _, rest = text.partition("{")
            name, _, after = rest.partition("}")
            result += before
            result += self.placeholder(name, result.rfind("(") > result.rfind(")"))
            text = after
        return result + text

    def placeholder(self, name, in_brackets):
        if name == "as-at":
            return day_in_words(self.reading.as_at)
        end, _, of = name.partition(":")
        if of:
            return self.end(self.questions[of], min if end == "lowest" else max)
        if name in self.questions:
            return self.value(self.questions[name], in_brackets)
        now = self.reading.measure(name)[0]
        return "not answered" if now is None or name.startswith("motive.") else cut(now)

    def missing(self, q):
        answers = self.reading.answers(q)
        if self.reading.values(q):
            return "not answered by every practice"
        return "not known" if UNKNOWN in answers else "not answered"

    def number(self, q, value):
        if q.kind == "scale":
            below = math.floor(value)
            words = [lower_first(q.labels[str(v)]) for v in ([below] if below == value else [below, below + 1])]
            return words[0] if len(words) == 1 else f"between {words[0]} and {words[1]}"
        return f"{int(value):,}" if value == int(value) else decimal(value)

    def value(self, q, in_brackets):
        values = self.reading.values(q)
        if q.numeric:
            low, high = self.reading.interval(q)
            if low != high:
                return self.missing(q)
            bare = self.number(q, low)
            if q.aggregate in ("none", "sum", "union") or len(values) < 2 or min(values) == max(values):
                return bare
            if q.kind == "scale" and low != int(low) and max(values) - min(values) == 1:
                return bare  # "between A and B" already names both ends
            ends = f"from {self.number(q, min(values))} to {self.number(q, max(values))}"
            return f"{bare}; answers go {ends}" if in_brackets else f"{bare} ({ends})"
        if not values:
            return self.missing(q)
        if q.kind in ("choice", "choices"):
            chosen = set(itertools.chain(*values)) if q.kind == "choices" else self.reading.possible(q)
            labels = [lower_first(q.labels[o]) for o in q.options if o in chosen]
            link = " and " if q.kind == "choices" else " or "
            return labels[0] if len(labels) == 1 else ", ".join(labels[:-1]) + link + labels[-1]
        return day_in_words(parse_day(values[0])) if q.kind == "date" else values[0]

    def end(self, q, pick):
        low, high = self.reading.interval(q)
        values = self.reading.values(q)
        if not values or low != high:
            return self.missing(q)
        return self.number(q, pick(values) if len(values) > 1 else low)
