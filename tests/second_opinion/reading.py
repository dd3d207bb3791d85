"""Reads rules/*.xml for the second opinion. Every element and attribute inside a question, a condition or a rule must be known here, so that
a new one stops the comparison instead of being passed over. What stands beside the rules (terms, guides, sources, waivers) is skipped, known or not."""

import pathlib
import xml.etree.ElementTree as xml

COMPARISON = {"is", "is-not", "includes", "excludes", "at-least", "at-most", "more-than", "less-than"}
CONDITIONS = {  # element: its attributes
    "all": set(), "any": set(), "not": set(), "at-least": {"n"},
    "test": {"question", "of"} | COMPARISON, "practices": {"question", "how-many"} | COMPARISON,
    "family": {"name", "flag", "only", "except", "count"} | COMPARISON, "measure": {"id", "at-least", "at-most", "more-than", "less-than"},
    "gates": {"step", "passed"}, "checklist": {"id", "at-least", "at-most"}}
QUESTION = set("id section family scope kind scale aggregate nature short minimum maximum unit ordered flags group derived".split())
QUESTION_PARTS = {"prompt", "help", "why", "option", "ask-when"}
RULE = set("id title tag status nations from until never-with deal-breaker lesson".split())
WORDS = {"law", "text", "reason", "source"}
EFFECTS = {"pull": {"on", "strength"}, "exclude": {"on"}, "not-yet": {"on"}, "require": {"on"}, "allow": {"on"}, "warn": {"on", "after-page"}, "forbid": set(),
           "cap": {"step", "above-current", "below-readiness"}, "conflict": {"between"}, "next-step": {"on", "order", "within", "from-month", "to-month", "owner"}}
FIT = {"model", "nations", "typical", "compatible", "weak"}
READINESS = {"note", "threshold", "gate", "exempt", "band", "subscale", "advice", "quadrant"}


class NotUnderstood(Exception):
    pass


def expect(element, attributes, about):
    strange = set(element.attrib) - attributes
    if strange:
        raise NotUnderstood(f"<{element.tag}> of {about} has {', '.join(sorted(strange))}=, which the second opinion does not know.")


def only_child(element, about):
    if len(element) != 1:
        raise NotUnderstood(f"<{element.tag}> of {about} does not hold one condition.")
    return element[0]


class Question:
    def __init__(self, element, scales):
        get = element.get
        self.id = get("id")
        expect(element, QUESTION, self.id)
        for part in element:
            if part.tag not in QUESTION_PARTS:
                raise NotUnderstood(f"Question {self.id} has <{part.tag}>, which the second opinion does not know.")
        self.family, self.scope, self.kind, self.aggregate = get("family", ""), get("scope"), get("kind"), get("aggregate")
        self.flags, self.subscale, self.derived = get("flags", "").split(), get("group", ""), get("derived", "")
        self.ordered = get("ordered") == "yes"
        options = element.findall("option")
        self.options = [o.get("value") for o in options]
        self.neutral = [place for place, o in enumerate(options, 1) if o.get("neutral") == "yes"]
        points = [int(p) for p in scales[get("scale")]] if self.kind == "scale" else []
        self.lowest = min(points) if points else int(get("minimum", "0"))
        self.highest = max(points) if points else int(get("maximum", "0"))
        if self.kind == "choices" and self.scope != "group":
            raise NotUnderstood(f"{self.id}: several options are only understood for questions of the group.")

    @property
    def numeric(self):
        return self.kind in ("scale", "number")

    def place(self, option):
        """Options are numbered from 1 in their order."""
        if option not in self.options:
            raise NotUnderstood(f"{self.id} has no option {option}.")
        return self.options.index(option) + 1


class Rule:
    def __init__(self, element):
        self.id = element.get("id")
        expect(element, RULE, self.id)
        self.nations = element.get("nations", "").split()
        self.first_day, self.until = element.get("from"), element.get("until")
        self.when, self.effects = None, []
        for part in element:
            if part.tag == "when":
                self.when = only_child(part, self.id)
                check_condition(self.when, self.id)
            elif part.tag in EFFECTS:
                expect(part, EFFECTS[part.tag], self.id)
                self.effects.append((part.tag, dict(part.attrib)))
            elif part.tag not in WORDS:
                raise NotUnderstood(f"Rule {self.id} has <{part.tag}>, which the second opinion does not know.")


def check_condition(element, about):
    if element.tag not in CONDITIONS:
        raise NotUnderstood(f"{about} has the condition <{element.tag}>, which the second opinion does not know.")
    expect(element, CONDITIONS[element.tag], about)
    if element.tag == "not":
        only_child(element, about)
    for part in element:
        check_condition(part, about)


class RuleBase:
    def __init__(self, folder):
        roots = [xml.parse(path).getroot() for path in sorted(pathlib.Path(folder).glob("*.xml"))]
        if not roots:
            raise NotUnderstood(f"There are no rules in {folder}.")

        def all_of(name):
            return [e for root in roots for e in root.findall(name)]
        self.as_at = next(r.get("as-at") for r in roots if r.get("as-at"))
        scales = {s.get("id"): [p.get("value") for p in s.findall("point")] for s in all_of("scale")}
        self.questions = {q.get("id"): Question(q, scales) for q in all_of("question")}
        self.rules = sorted((Rule(r) for r in all_of("rule")), key=lambda r: r.id)
        self.steps = sorted(s.get("id") for s in all_of("gradient-step"))
        self.models = {m.get("id"): self.steps.index(m.get("lowest-step")) for m in all_of("model")}
        self.legal_person = [m.get("id") for m in all_of("model") if m.get("legal-person") == "needed"]
        self.carriers = []  # model, nations (none: everywhere), vehicles that can carry it
        for fit in all_of("fit"):
            expect(fit, FIT, "the table of fits")
            vehicles = [v for column in ("typical", "compatible", "weak") for v in fit.get(column, "").split()]
            self.carriers.append((fit.get("model"), fit.get("nations", "").split(), vehicles))
        self.vehicles = [v.get("id") for v in all_of("vehicle")]
        self.checklists = {c.get("id"): [only_child(i.find("when"), c.get("id")) for i in c.findall("item")] for c in all_of("checklist")}
        for items in self.checklists.values():
            for item in items:
                check_condition(item, "a checklist")
        self.read_readiness(all_of("readiness"))

    def read_readiness(self, elements):
        readiness, = elements
        for part in readiness:
            if part.tag not in READINESS:
                raise NotUnderstood(f"<readiness> has <{part.tag}>, which the second opinion does not know.")
        self.statements = [q for q in self.questions.values() if q.family == readiness.get("family")]
        self.thresholds = [(self.steps.index(t.get("step")), t.get("mean"), t.get("lowest")) for t in readiness.findall("threshold")]
        self.gates = [(self.steps.index(g.get("from")), g.get("question"), g.get("at-least")) for g in readiness.findall("gate")]
        self.subscales = {s.get("id"): s.get("letter") for s in readiness.findall("subscale")}
        self.exemptions = []
        for e in readiness.findall("exempt"):
            when = only_child(e.find("when"), "an exemption") if e.find("when") is not None else None
            if when is not None:
                check_condition(when, "an exemption")
            self.exemptions.append((e.get("models").split(), when, e.get("mean"), e.get("rules", "").split()))
        for q in self.statements:
            if (q.lowest, q.highest) != (1, 5):
                raise NotUnderstood(f"{q.id}: statements about the relationship are understood on a scale from 1 to 5 only.")

    def family(self, element):
        """The questions that a family test looks at."""
        only, leave = element.get("only", "").split(), element.get("except", "").split()

        def member(q):
            return q.id.removeprefix(q.family + ".")
        return [q for q in self.questions.values() if q.family == element.get("name") and member(q) not in leave
                and (not only or member(q) in only) and (not element.get("flag") or element.get("flag") in "".join(q.flags))]
