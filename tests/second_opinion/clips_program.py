"""Writes the rules as a CLIPS program: a template and two rules for every question, a rule for every rule of the rule base, and the report.
The program computes; this file only translates. See README.md."""

import math
from fractions import Fraction

from reading import NotUnderstood

UNIT = 120  # parts of one in answers: means of up to six people, and half of that
MOST_PEOPLE = 6
FINE = UNIT * math.lcm(*range(1, 19)) * math.lcm(*range(1, 13))  # parts of one in means over statements and practices
OPERATORS = {"at-least": "reaches", "more-than": "exceeds", "at-most": "stays-within", "less-than": "stays-below"}
STATISTICS = ("lowest", "highest", "spread", "distinct")


def parts(written, unit):
    number = Fraction(written) * unit
    if number.denominator != 1:
        raise NotUnderstood(f"The bound {written} cannot be told exactly in parts of {unit}.")
    return int(number)


def day_number(day):
    """2026-04-01 as 20260401, so that days compare as numbers."""
    return int(day.replace("-", ""))


def joined(function, expressions):
    return expressions[0] if len(expressions) == 1 else f"({function} {' '.join(expressions)})"


def in_order(function, expressions):
    """min or max of any number of truths; of none: true for all, false for any."""
    return joined(function, expressions) if expressions else {"min": "2", "max": "0"}[function]


class Program:
    def __init__(self, base):
        self.base, self.tests = base, {}  # text of a test of one answer: name of its deffunction

    # -- conditions ----------------------------------------------------------------------------------------------------------

    def number_test(self, element, low, high, unit=UNIT):
        tests = [f"({OPERATORS[name]} {low} {high} {parts(element.get(name), unit)})" for name in OPERATORS if element.get(name)]
        for name in ("is", "is-not"):
            if element.get(name):
                among = in_order("max", [f"(equals {low} {high} {parts(v, unit)})" for v in element.get(name).split()])
                tests.append(among if name == "is" else f"(- 2 {among})")
        if not tests:
            raise NotUnderstood(f"<{element.tag}> of {element.get('question')} compares nothing.")
        return in_order("min", tests)

    def listed(self, q, element):
        """The options (numbers) that meet a comparison of a single choice."""
        places = set(range(1, len(q.options) + 1))
        if element.get("is"):
            places &= {q.place(o) for o in element.get("is").split()}
        if element.get("is-not"):
            places -= {q.place(o) for o in element.get("is-not").split()}
        within = {"at-least": lambda p, b: p >= b, "more-than": lambda p, b: p > b, "at-most": lambda p, b: p <= b, "less-than": lambda p, b: p < b}
        for name, meets in within.items():
            if element.get(name):
                places = {p for p in places if meets(p, q.place(element.get(name)))}
        return " ".join(str(p) for p in sorted(places))

    def value_test(self, q, element, needs):
        needs.add(q.id)
        if q.numeric:
            return self.number_test(element, f"?{q.id}.low", f"?{q.id}.high")
        if q.kind == "choice":
            return f"(among ?{q.id} {self.listed(q, element)})"
        if q.kind == "choices":
            name, = {"includes", "excludes"} & set(element.attrib)
            meets = f"(includes ?{q.id}.known ?{q.id} {' '.join(str(q.place(o)) for o in element.get(name).split())})"
            return meets if name == "includes" else f"(- 2 {meets})"
        raise NotUnderstood(f"{q.id} is {q.kind}, and a test compares its value.")

    def practices_test(self, q, element, needs):
        needs.add(q.id)
        if q.kind == "choice":
            test = f"(if (member$ ?one (create$ {self.listed(q, element)})) then 2 else 0)"
        elif q.numeric:
            test = self.number_test(element, "?one", "?one")
        else:
            raise NotUnderstood(f"A test of practices is not understood for {q.kind} ({q.id}).")
        name = self.tests.setdefault(test, f"test-{len(self.tests) + 1}")
        return f"(of-practices {element.get('how-many')} {name} ?{q.id}.held)"

    def statistic_test(self, q, element, needs):
        needs.add(q.id)
        if element.get("of") not in STATISTICS:
            raise NotUnderstood(f"of=\"{element.get('of')}\" is not known.")
        figure = f"(statistic-{element.get('of')} ?{q.id}.held)"
        return self.number_test(element, f"(nth$ 1 {figure})", f"(nth$ 2 {figure})")

    def condition(self, element, needs):
        """The condition as an expression; `needs` gathers the questions and measures that it looks at."""
        tag = element.tag
        if tag in ("all", "any"):
            return in_order("min" if tag == "all" else "max", [self.condition(c, needs) for c in element])
        if tag == "not":
            return f"(- 2 {self.condition(element[0], needs)})"
        if tag == "at-least":
            return f"(at-least-n {element.get('n')} {' '.join(self.condition(c, needs) for c in element)})"
        if tag == "test":
            q = self.base.questions[element.get("question")]
            if element.get("of", "group") != "group":
                return self.statistic_test(q, element, needs)
            return self.value_test(q, element, needs)
        if tag == "practices":
            return self.practices_test(self.base.questions[element.get("question")], element, needs)
        if tag == "family":
            members = [self.value_test(q, element, needs) for q in self.base.family(element)]
            count = int(element.get("count", "1"))
            return in_order("max", members) if count == 1 else f"(at-least-n {count} {' '.join(members)})"
        if tag == "measure":
            needs.add(element.get("id"))
            return self.number_test(element, f"?{element.get('id')}.low", f"?{element.get('id')}.high", FINE)
        if tag == "gates":
            passed = in_order("min", self.gates(self.base.steps.index(element.get("step")), needs))
            return passed if element.get("passed", "yes") == "yes" else f"(- 2 {passed})"
        if tag == "checklist":
            items = " ".join(self.condition(i, needs) for i in self.base.checklists[element.get("id")])
            if element.get("at-least") and not element.get("at-most"):
                return f"(at-least-n {element.get('at-least')} {items})"
            if element.get("at-most") and not element.get("at-least"):
                return f"(- 2 (at-least-n {int(element.get('at-most')) + 1} {items}))"
        raise NotUnderstood(f"The condition <{tag}> is not understood.")

    def gates(self, step, needs):
        found = [(q, bound) for first, q, bound in self.base.gates if first <= step]
        needs.update(q for q, _ in found)
        return [f"(reaches ?{q}.low ?{q}.high {parts(bound, UNIT)})" for q, bound in found]

    def pattern(self, name):
        """Matches the one fact of a question or measure."""
        q = self.base.questions.get(name)
        if q is None:
            return f"({name} (now ?{name}.now) (low ?{name}.low) (high ?{name}.high))"
        if q.numeric:
            return f"({name} (low ?{name}.low) (high ?{name}.high) (held $?{name}.held))"
        if q.kind == "choice":
            return f"({name} (may-be $?{name}) (held $?{name}.held))"
        if q.kind == "choices":
            return f"({name} (known ?{name}.known) (chosen $?{name}))"
        return f"({name} (held $?{name}.held))"

    def patterns(self, needs):
        return "\n   ".join(self.pattern(n) for n in sorted(needs))

    # -- questions -----------------------------------------------------------------------------------------------------------

    def question(self, q):
        slots = {"scale": "(slot low) (slot high)", "number": "(slot low) (slot high)", "choice": "(multislot may-be)",
                 "choices": "(slot known) (multislot chosen)", "text": "", "date": ""}[q.kind]
        yield f"(deftemplate said.{q.id} (multislot group) (multislot practices))"
        yield f"(deftemplate {q.id} (multislot own) (multislot held) {slots})"
        head = "(the-case (practices ?practices))"
        said = f"(said.{q.id} (group $?group) (practices $?said))"
        yield f"(defrule hear.{q.id} {head} {said} =>\n   {self.hearing(q)})"
        yield f"(defrule silence.{q.id} {head} (not (said.{q.id})) =>\n   (bind ?group (create$)) (bind ?said (create$))\n   {self.hearing(q)})"

    def hearing(self, q):
        """What a rule asserts from ?group and ?said."""
        if q.derived:
            return f"(assert (stated.{q.id} (value (first-or-silent ?group))))"
        if q.kind == "choices":
            return f"(assert ({q.id} (known (if (= 0 (length$ ?group)) then no else (if (eq (nth$ 1 ?group) unknown) then no else yes))) " \
                   "(chosen (rest$ ?group))))"
        combine = "mean-voice" if q.numeric else "first-voice" if q.kind != "choice" else "middle-voice" if q.ordered else "common-voice"
        practices = "0" if q.scope == "group" else "?practices"
        fallback = "silent" if q.scope == "practice" else "?of-group"
        of_group = "silent" if q.scope == "practice" else "(first-or-silent ?group)"
        text = f"(bind ?of-group {of_group})\n   (bind ?held (hear {combine} {practices} ?of-group {fallback} ?said))\n   "
        own = f"(own (hear {combine} {practices} silent silent ?said))" if q.family == "motive" else ""
        if q.numeric:
            function = {"median": "median", "none": "median", "mean": "mean", "lowest": "lowest", "highest": "highest", "worst": "highest",
                        "sum": "sum"}[q.aggregate]
            return text + f"(bind ?figure (together-{function} ?held))\n   " \
                f"(assert ({q.id} (held ?held) {own} (low (nth$ 1 ?figure)) (high (nth$ 2 ?figure))))"
        if q.kind == "choice":
            options = {"median": "(options-median ?held)", "none": "(options-commonest ?held)", "commonest": "(options-commonest ?held)",
                       "worst": f"(options-worst (create$ {' '.join(map(str, q.neutral))}) ?held)"}[q.aggregate]
            return text + f"(assert ({q.id} (held ?held) (may-be {options})))"
        return text + f"(assert ({q.id} (held ?held)))"

    def derived(self, q):
        yield f"(deftemplate stated.{q.id} (slot value))"
        part = q.derived.removeprefix("sum-of:")
        if q.derived != "count-of-practices" and part not in self.base.questions:
            raise NotUnderstood(f"{q.id} is derived from {q.derived}.")
        extra = "" if q.derived == "count-of-practices" else f"({part} (held $?held)) "
        figure = "(count-practices ?practices ?stated)" if not extra else "(sum-practices ?practices ?stated ?held)"
        yield f"(defrule derive.{q.id} (the-case (practices ?practices)) (stated.{q.id} (value ?stated)) {extra}=>\n   " \
              f"(bind ?figure {figure})\n   (assert ({q.id} (held ?stated) (low (nth$ 1 ?figure)) (high (nth$ 2 ?figure)))))"

    # -- measures ------------------------------------------------------------------------------------------------------------

    def measures(self):
        names = [f"relationship.{n}" for n in ("mean", "lowest", "range", *self.base.subscales)] + ["motive.consensus"]
        for name in names:
            yield f"(deftemplate {name} (slot now (default none)) (slot low) (slot high))"
        statements = self.base.statements
        size = "(bind ?size (max 1 ?practices))"

        def means(which):
            held = " ".join(f"?{q.id}.held" for q in which)
            return f"(bind ?means (practice-means {len(which)} ?size {held}))"

        def tell(name, function):
            return f"(bind ?reading ({function} ?means)) (assert ({name} (now (nth$ 1 ?reading)) (low (nth$ 2 ?reading)) (high (nth$ 3 ?reading))))"
        lines = [size, means(statements)] + [tell(f"relationship.{n}", f"reading-{n}") for n in ("mean", "lowest", "range")]
        for name, letter in self.base.subscales.items():
            lines += [means([q for q in statements if q.subscale == letter]), tell(f"relationship.{name}", "reading-mean")]
        yield "(defrule relationship (the-case (practices ?practices))\n   " + self.patterns({q.id for q in statements}) + " =>\n   " + \
            "\n   ".join(lines) + ")"
        motives = [q for q in self.base.questions.values() if q.family == "motive"]
        decisive, = {q.highest for q in motives}
        patterns = "\n   ".join(f"({q.id} (own $?{q.id}.own) (held $?{q.id}.held))" for q in motives)
        said = " ".join([f"?{q.id}.own" for q in motives] + [f"?{q.id}.held" for q in motives])
        yield f"(defrule consensus (the-case (practices ?practices))\n   {patterns} =>\n   (bind ?share (if (< ?practices 2) then " \
              f"(nothing-known) else (consensus {len(motives)} ?practices {decisive * UNIT} {said})))\n   " \
              "(assert (motive.consensus (low (nth$ 1 ?share)) (high (nth$ 2 ?share)))))"

    # -- rules ---------------------------------------------------------------------------------------------------------------

    def rule(self, rule):
        needs, truths = set(), []
        if rule.nations:
            q = self.base.questions["jurisdiction"]
            needs.add(q.id)
            truths.append(f"(among ?{q.id} {' '.join(str(q.place(n)) for n in rule.nations)})")
        if rule.when is not None:
            truths.append(self.condition(rule.when, needs))
        days = [f"(>= ?day {day_number(rule.first_day)})"] if rule.first_day else []
        days += [f"(< ?day {day_number(rule.until)})"] if rule.until else []
        day = f"?day&:{joined('and', days)}" if days else "?"
        return f"(defrule rule.{rule.id} (the-case (day {day}))\n   {self.patterns(needs)} =>\n   (bind ?*{rule.id}* {in_order('min', truths)}))"

    def depth(self):
        """Readiness, caps, and what makes a model wait."""
        base, needs = self.base, {"relationship.mean", "relationship.lowest", "current-step", "jurisdiction"}
        steps = []
        for step in range(len(base.steps)):
            tests = self.gates(step, needs)
            for _, mean, lowest in [t for t in base.thresholds if t[0] == step]:
                tests.append(f"(reaches ?relationship.mean.low ?relationship.mean.high {parts(mean, FINE)})")
                tests.append(f"(reaches ?relationship.lowest.low ?relationship.lowest.high {parts(lowest, FINE)})")
            steps.append(in_order("min", tests))
        lines = [f"(bind ?ready (deepest 1 {' '.join(steps)}))", f"(bind ?surely (deepest 2 {' '.join(steps)}))",
                 "(bind ?cap ?ready)", "(bind ?badly ?surely)",
                 "(bind ?current (if (= 0 (length$ ?current-step)) then none else (- (nth$ 1 ?current-step) 1)))"]
        caps = [(rule.id, attributes) for rule in base.rules for kind, attributes in rule.effects if kind == "cap"]
        for number, (rule, attributes) in enumerate(caps):
            now, worst = f"?now{number}", f"?worst{number}"
            if attributes.get("step"):
                values = [str(base.steps.index(attributes["step"]))] * 2
            elif attributes.get("below-readiness"):
                values = [f"(max 0 (- {r} {attributes['below-readiness']}))" for r in ("?ready", "?surely")]
            else:
                values = [f"(if (eq ?current none) then none else (+ ?current {attributes['above-current']}))"] * 2
            lines += [f"(bind {now} {values[0]})", f"(bind {worst} {values[1]})",
                      f"(if (and (= ?*{rule}* 2) (neq {now} none)) then (bind ?cap (min ?cap {now})))",
                      f"(if (> ?*{rule}* 0) then (bind ?badly (min ?badly (if (eq {worst} none) then 0 else {worst}))))"]
        lines.append('(printout opinion "cap " ?cap " " (min ?badly ?cap) " " ?ready crlf)')
        for number, (models, when, mean, _) in enumerate(base.exemptions):
            tests = [f"(= 2 {self.condition(when, needs)})"] if when is not None else []
            if mean:
                tests.append(f"(if (eq ?relationship.mean.now none) then TRUE else (>= ?relationship.mean.now {parts(mean, FINE)}))")
            lines.append(f"(bind ?exempt{number} {joined('and', tests) if tests else 'TRUE'})")
        for model, depth in base.models.items():
            lines += self.waiting(model, depth, caps)
        lines += self.lack_of_vehicles()
        return "(defrule depth (declare (salience -10)) (the-case)\n   " + self.patterns(needs) + " =>\n   " + "\n   ".join(lines) + ")"

    def waiting(self, model, depth, caps):
        mine = [(n, rules) for n, (models, _, _, rules) in enumerate(self.base.exemptions) if model in models]
        exempt = joined("or", [f"?exempt{n}" for n, _ in mine]) if mine else "FALSE"
        of_all = [f"?exempt{n}" for n, rules in mine if "all" in rules]
        yield f"(bind ?*held-back.{model}* (create$))"
        yield f"(if (and (not {exempt}) (> {depth} ?ready)) then (bind ?*held-back.{model}* (create$ readiness)))"
        for number, (rule, _) in enumerate(caps):
            free = of_all + [f"?exempt{n}" for n, rules in mine if rule in rules]
            free = joined("or", free) if free else "FALSE"
            yield f"(if (and (= ?*{rule}* 2) (neq ?now{number} none) (not {free})) then (if (< ?now{number} {depth}) then " \
                  f"(bind ?*held-back.{model}* (create$ ?*held-back.{model}* {rule}))))"

    def lack_of_vehicles(self):
        """A model that needs a legal person waits while fewer than two vehicles that carry it there can still be had."""
        for vehicle in self.base.vehicles:
            bars = [f"?*{rule.id}*" for rule in self.base.rules for kind, attributes in rule.effects
                    if kind in ("exclude", "not-yet") and vehicle in attributes.get("on", "").split()]
            yield f"(bind ?left.{vehicle} (- 1 (div {in_order('max', bars)} 2)))"
        nations = self.base.questions["jurisdiction"]
        for model in self.base.legal_person:
            left = []
            for vehicle in self.base.vehicles:
                rows = [row for row in self.base.carriers if row[0] == model and vehicle in row[2]]
                if any(not row[1] for row in rows):
                    left.append(f"?left.{vehicle}")
                elif rows:
                    there = " ".join(str(nations.place(n)) for row in rows for n in row[1])
                    left.append(f"(if (= 2 (among ?jurisdiction {there})) then ?left.{vehicle} else 0)")
            yield f"(if (< (+ 0 0 {' '.join(left)}) 2) then (bind ?*held-back.{model}* (create$ ?*held-back.{model}* no-vehicle)))"

    def option(self, option):
        """A deffunction that prints what speaks about a model or vehicle."""
        pulls, marks = [], []
        for rule in self.base.rules:
            for kind, attributes in rule.effects:
                if option not in attributes.get("on", "").split() or kind == "next-step":
                    continue
                if kind == "pull":
                    pulls.append((rule.id, int(attributes["strength"])))
                else:
                    marks.append(f'(if (= ?*{rule.id}* 2) then (printout opinion " {kind}:{rule.id}"))')

        def total(points):
            return f"(+ 0 0 {' '.join(points)})"
        sure, maybe = "(* {1} (div ?*{0}* 2))".format, "(* {1} (div (+ ?*{0}* 1) 2))".format
        now = total([sure(*p) for p in pulls])
        low = total([(sure if p[1] > 0 else maybe)(*p) for p in pulls])
        high = total([(maybe if p[1] > 0 else sure)(*p) for p in pulls])
        return f'(deffunction tell.{option} ()\n   (printout opinion "option {option} " {now} " " {low} " " {high})\n   ' + \
            "\n   ".join(marks) + (f'\n   (foreach ?one ?*held-back.{option}* (printout opinion " held-back:" ?one))' if option in self.base.models else "") + \
            "\n   (printout opinion crlf))"

    def report(self):
        readings = [f"relationship.{n}" for n in ("mean", "lowest", "range", *self.base.subscales)] + ["motive.consensus"]
        tell = "\n   ".join(f'(printout opinion "reading {n} " ?{n}.now " " ?{n}.low " " ?{n}.high crlf)' for n in readings if n != "motive.consensus")
        truths = " ".join(f"?*{r.id}*" for r in self.base.rules)
        options = "\n   ".join(f"(tell.{o})" for o in [*self.base.models, *self.base.vehicles])
        yield "(defrule name-case (declare (salience -5)) (the-case (name ?name)) => (printout opinion \"case \" ?name crlf))"
        yield f"(defrule report (declare (salience -20)) (the-case)\n   {self.patterns(set(readings))} =>\n   " \
              f'(printout opinion "truths " {truths} crlf)\n   {tell}\n   {options}\n   (printout opinion "done" crlf))'

    def text(self, support):
        base = self.base
        derived = [q for q in base.questions.values() if q.derived]
        lines = [f"(defglobal ?*infinity* = {9 * 10 ** 18} ?*unit* = {UNIT} ?*fine* = {FINE})"]
        lines += [f"(defglobal ?*{r.id}* = 0)" for r in base.rules]
        lines += [f"(defglobal ?*held-back.{m}* = (create$))" for m in base.models]
        lines.append(f'(load* "{support}")')
        later = []
        for q in base.questions.values():
            later += self.question(q)
        for q in derived:  # before the rules that assert it
            template, rule = self.derived(q)
            later.insert(0, template)
            later.append(rule)
        later += self.measures()
        rules = [self.rule(r) for r in base.rules]
        depth = self.depth()
        tests = [f"(deffunction {name} (?one) {test})" for test, name in self.tests.items()]
        later += tests + rules + [depth] + [self.option(o) for o in [*base.models, *base.vehicles]] + list(self.report())
        return lines, later
