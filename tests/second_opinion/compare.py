"""Asks the engine and CLIPS about the same cases and names every disagreement. `compare.py --help` says how; README.md says what is compared.

Exit status: 0 both agree (and every planted change was noticed), 1 they do not, 3 something could not be run."""

import argparse
import concurrent.futures
import itertools
import json
import os
import pathlib
import re
import subprocess
import sys
import time
from fractions import Fraction

from cases import Facts, RandomCases, known_cases
from clips_program import FINE, Program
from plants import PLANTS, plant
from reading import NotUnderstood, RuleBase

PLANT_CASES = 150  # random cases for each planted change
SHOWN = 40  # disagreements that are printed one by one
TRUTHS = {"0": "false", "1": "unknown", "2": "true"}
ROUNDING = Fraction(3, 10 ** 6)  # the engine keeps figures in millionths and rounds means of means at each step


class CannotRun(Exception):
    pass


# -- running the two sides ---------------------------------------------------------------------------------------------------------


def write_program(base, folder):
    first, later = Program(base).text(pathlib.Path(__file__).with_name("second_opinion.clp").as_posix())
    text = "(unwatch all)\n" + "\n".join(first) + f'\n(load* "{folder.as_posix()}/rules.clp")\n(judge-cases ?*from* ?*to*)\n(exit)\n'
    (folder / "rules.clp").write_text("\n".join(later) + "\n", "utf-8")
    return text


def ask_clips(clips, program, folder, number):
    facts, answers, batch = (folder / f"{stem}-{number}" for stem in ("facts", "clips", "batch"))
    batch.write_text(program.replace("?*from*", f'"{facts.as_posix()}"').replace("?*to*", f'"{answers.as_posix()}"'), "utf-8")
    answers.unlink(missing_ok=True)
    try:  # "(exit)" goes in as well: at the end of its input CLIPS would ask for ever
        done = subprocess.run([clips, "-f", str(batch)], input="(exit)\n" * 100, capture_output=True, text=True, timeout=3000)
    except subprocess.TimeoutExpired as error:
        raise CannotRun(f"CLIPS did not come to an end with {batch}.") from error
    said = [line for line in done.stdout.splitlines() if re.search(r"^\[[A-Z]+\d+\]|Not a fact", line)]
    if done.returncode != 0 or said or not answers.exists():
        raise CannotRun(f"CLIPS stopped (status {done.returncode}):\n" + "\n".join(said[:20] or done.stdout.splitlines()[-20:]))
    return answers


def ask_engine(engine, rules, folder, number):
    answers = folder / f"engine-{number}"
    done = subprocess.run([engine, str(rules), str(folder / f"cases-{number}"), str(answers)], capture_output=True, text=True)
    if done.returncode != 0:
        raise CannotRun(f"The engine's side stopped (status {done.returncode}):\n{done.stderr}")
    return answers


def write_cases(base, cases, folder, number):
    facts = Facts(base)
    with open(folder / f"cases-{number}", "w", encoding="utf-8") as plain, open(folder / f"facts-{number}", "w", encoding="utf-8") as words:
        for name, case in cases:
            plain.write(name + "\n" + json.dumps(case, ensure_ascii=False) + "\n")
            words.writelines(line + "\n" for line in facts.lines(name, case))


# -- comparing ---------------------------------------------------------------------------------------------------------------------


def opinions(path):
    """Yields the lines about each case, ended by "done"."""
    lines = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line == "done\n":
                yield lines
                lines = []
            else:
                lines.append(line.rstrip("\n"))
    if lines:
        raise CannotRun(f"{path} ends in the middle of a case.")


class Comparison:
    def __init__(self, base):
        self.rules, self.count, self.cases, self.differences = [r.id for r in base.rules], 0, 0, []
        self.seen = {rule: set() for rule in self.rules}

    def differ(self, case, what, ours, theirs):
        self.differences.append(f"{case}: {what}: the engine says {ours}, CLIPS says {theirs}")

    def case(self, ours, theirs):
        name = ours[0] if ours else "nothing"
        if not theirs or theirs[0] != name or len(ours) != len(theirs):
            raise CannotRun(f"The two sides answer different cases: '{name}' and '{theirs[0] if theirs else 'nothing'}'.")
        self.cases += 1
        for one, other in zip(ours[1:], theirs[1:]):
            kind = one.split(" ", 1)[0]
            getattr(self, f"compare_{kind}")(name.removeprefix("case "), one.split(" ")[1:], other.split(" ")[1:])

    def compare_truths(self, case, ours, theirs):
        if not len(ours[0]) == len(theirs[0]) == len(self.rules):
            raise CannotRun("The two sides know different rules.")
        self.count += len(self.rules)
        for rule, one, other in zip(self.rules, ours[0], theirs[0]):
            self.seen[rule].add(one)
            if one != other:
                self.differ(case, f"rule {rule}", TRUTHS[one], TRUTHS[other])

    def compare_cap(self, case, ours, theirs):
        for what, one, other in zip(("depth cap", "depth cap if the open answers go badly", "depth from readiness"), ours, theirs, strict=True):
            self.equal(case, what, one, other)

    def equal(self, case, what, one, other):
        self.count += 1
        if one != other:
            self.differ(case, what, one or "nothing", other or "nothing")

    def compare_reading(self, case, ours, theirs):
        self.equal(case, "reading", ours[0], theirs[0])
        for what, one, other in zip(("now", "low", "high"), ours[1:], theirs[1:], strict=True):
            self.count += 1
            if "none" in (one, other):
                if one != other:
                    self.differ(case, f"{ours[0]} {what}", one, other)
            elif abs(Fraction(one) - Fraction(int(other), FINE)) > ROUNDING:
                self.differ(case, f"{ours[0]} {what}", one, float(Fraction(int(other), FINE)))

    def compare_option(self, case, ours, theirs):
        self.equal(case, "option", ours[0], theirs[0])
        for what, one, other in zip(("now", "low", "high"), ours[1:4], theirs[1:4], strict=True):
            self.equal(case, f"{ours[0]}, points {what}", one, other)
        one, other = sorted(ours[4:]), sorted(theirs[4:])
        self.equal(case, ours[0], " ".join(one), " ".join(other))


def compare(base, pairs):
    comparison = Comparison(base)
    for ours, theirs in pairs:
        for one, other in itertools.zip_longest(opinions(ours), opinions(theirs)):
            comparison.case(one or [], other or [])
    return comparison


# -- changes planted for CLIPS alone: the comparison must notice them ----------------------------------------------------------------


def unnoticed_plants(options, comparison, cases, pool):
    """What went unnoticed, as messages."""
    base, planted = RuleBase(options.source / "rules"), []
    for number, (what, change) in enumerate(PLANTS.items()):
        folder = options.work / f"plant-{number}"
        taken = {about for _, about, _ in planted}
        planted.append((what, plant(options.source / "rules", folder / "rules", change, comparison.seen, taken), folder))

    def ask(what, about, folder):
        if about is None:
            return f"{what}: there is nothing to plant it in"
        changed = RuleBase(folder / "rules")
        program = write_program(changed, folder)
        write_cases(base, [c for c in cases if c[0].startswith((f"{about}: ", "random "))], folder, 0)
        ours = ask_engine(options.engine, options.source / "rules", folder, 0)
        found = compare(changed, [(ours, ask_clips(options.clips, program, folder, 0))]).differences
        others = [d for d in found if ": rule " in d and about in comparison.seen and f": rule {about}: " not in d]
        named = [d for d in found if f": rule {about}: " in d or f":{about}" in d or "points" in d or about not in comparison.seen]
        if not named or others:
            return f"{what} in {about}: {len(found)} disagreements, {len(named)} about it, {len(others)} about other rules"
        print(f"Planted {what} in {about}: noticed, {len(found)} disagreements; the first: {found[0]}")
        return None
    return [u for u in pool.map(lambda p: ask(*p), planted) if u]


# -- the whole comparison ----------------------------------------------------------------------------------------------------------


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--engine", required=True, help="the program engine_side")
    parser.add_argument("--clips", default="clips", help="the CLIPS program")
    parser.add_argument("--source", type=pathlib.Path, required=True, help="the source tree, with rules, resources and tests/cases")
    parser.add_argument("--work", type=pathlib.Path, required=True, help="a folder for the files of the run")
    parser.add_argument("--cases", type=int, default=int(os.environ.get("SECOND_OPINION_CASES", "10000")), help="how many random cases")
    parser.add_argument("--seed", type=int, default=int(os.environ.get("SECOND_OPINION_SEED", "1")), help="seed of the random cases")
    parser.add_argument("--jobs", type=int, default=2, help="how many at once on each side")
    return parser.parse_args()


def run(options):
    started = time.monotonic()
    options.work.mkdir(parents=True, exist_ok=True)
    rules = options.source / "rules"
    base = RuleBase(rules)
    program = write_program(base, options.work)
    known = known_cases(options.source)
    maker = RandomCases(base, options.seed)
    randoms = [(f"random {n}", maker.case(n)) for n in range(options.cases)]
    share = max(1, -(-len(randoms) // options.jobs))
    chunks = [known] + [randoms[i:i + share] for i in range(0, len(randoms), share)]
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for number, cases in enumerate(chunks):
            write_cases(base, cases, options.work, number)
        ours = [pool.submit(ask_engine, options.engine, rules, options.work, n) for n in range(len(chunks))]
        theirs = [pool.submit(ask_clips, options.clips, program, options.work, n) for n in range(len(chunks))]
        comparison = compare(base, [(a.result(), b.result()) for a, b in zip(ours, theirs)])
        for difference in comparison.differences[:SHOWN]:
            print(difference)
        if comparison.differences:
            print(f"{len(comparison.differences)} disagreements; the first {min(SHOWN, len(comparison.differences))} are shown.")
        print(f"{comparison.cases} cases ({len(known)} of the source tree, {len(randoms)} random with seed {options.seed}), {len(base.rules)} rules, "
              f"{comparison.count} comparisons, {time.monotonic() - started:.0f} seconds")
        one_sided = [r for r, seen in comparison.seen.items() if len(seen) < 3]
        print(f"{len(base.rules) - len(one_sided)} rules were true, false and unknown in some case; not so: {' '.join(one_sided) or 'none'}")
        unnoticed = unnoticed_plants(options, comparison, known + randoms[:PLANT_CASES], pool)
        for message in unnoticed:
            print(f"Not noticed: {message}")
    print(f"{time.monotonic() - started:.0f} seconds in all")
    return 1 if comparison.differences or unnoticed else 0


if __name__ == "__main__":
    try:
        sys.exit(run(arguments()))
    except (CannotRun, NotUnderstood) as error:
        print(error, file=sys.stderr)
        sys.exit(3)
