"""Plants one fault at a time in a copy of the shipped rules and asks whether the program finds it and names it.

Usage: seeded_faults.py PROGRAM RULES [--only NAME]

Each fault says which command has to find it and which words its message must hold. The rules as shipped, and with a sound new
rule, must pass: else a fault that is "found" would prove nothing.
"""

import argparse
import concurrent.futures
import pathlib
import shutil
import subprocess
import sys
import tempfile


class Fault:
    """One planted fault: `edits` are (file, old, new), with an empty `old` for a new file."""

    def __init__(self, name, command, words, *edits):
        self.name, self.command, self.words, self.edits = name, command, words, edits


LAW = "<law>The Planted Act 2026 s.1</law>"


def rule(condition, effect, ident="ZZ-01", text="You asked for more staff.", more=""):
    """A whole extra file with one rule."""
    return (
        f'<rulebase><rule id="{ident}" title="A planted rule" tag="verified"{more}><when>{condition}</when>{effect}'
        f'{LAW if "<exclude" in effect else ""}<text>{text}</text><reason>Planted.</reason><source ref="S01"/></rule></rulebase>'
    )


def extra(content):
    return ("planted.xml", "", content)


WORKFORCE = '<test question="motive.workforce" at-least="3"/>'
PULL = '<pull on="contractual-alliance" strength="+1"/>'

FAULTS = [
    # What a condition says
    Fault("a rule that can never be true", "check", ["never-fires", "ZZ-01"],
          extra(rule('<all><test question="jurisdiction" is="wales"/><test question="jurisdiction" is="scotland"/></all>', PULL))),
    Fault("a rule that contradicts itself across a rule of counting", "check", ["lint.never-fires", "ZZ-01"],
          extra(rule('<all><not><family name="motive" at-least="3" count="1"/></not><test question="motive.workforce" is="3"/></all>', PULL))),
    Fault("a rule that is always true", "check", ["lint.always-fires", "ZZ-01"],
          extra(rule('<any><test question="motive.workforce" at-least="1"/><test question="motive.workforce" at-most="2"/></any>', PULL))),
    Fault("two rules on the same answers pull apart", "check", ["lint.contradiction", "ZZ-01", "ZZ-02"],
          extra(rule(WORKFORCE, PULL)),
          ("planted-2.xml", "", rule(WORKFORCE, '<pull on="contractual-alliance" strength="-1"/>', "ZZ-02"))),
    Fault("the same rule twice", "check", ["lint.duplicate", "ZZ-02"],
          extra(rule(WORKFORCE, PULL)), ("planted-2.xml", "", rule(WORKFORCE, PULL, "ZZ-02"))),
    Fault("an exclusion that another one covers", "check", ["lint.covered", "ZZ-01"],
          extra(rule('<all><test question="core-contract-moves" is="yes"/><test question="jurisdiction" is="england"/>'
                     + WORKFORCE + '</all>', '<exclude on="llp"/>'))),
    Fault("a condition with a part that never decides", "verify", ["verify.idle-condition", "ZZ-01"],
          extra(rule('<all><test question="motive.workforce" at-least="2"/><test question="motive.workforce" at-least="3"/></all>', PULL))),
    # Words
    Fault("a text without a full stop", "check", ["ZZ-01", "full stop"], extra(rule(WORKFORCE, PULL, text="You asked for more staff"))),
    Fault("a text that is hard to read", "check", ["lint.reading-age", "ZZ-01"],
          extra(rule(WORKFORCE, PULL, text="Significant organisational considerations necessitate individually negotiated "
                                           "collaborative arrangements. Administrative responsibilities similarly necessitate "
                                           "considerable additional deliberation. Professional representatives subsequently "
                                           "communicate recommendations."))),
    Fault("a sentence that does not end", "check", ["lint.long-sentence", "ZZ-01"],
          extra(rule(WORKFORCE, PULL, text="You " + "want this and that and " * 8 + "you want more staff."))),
    Fault("a term that nobody explains", "check", ["lint.unexplained-term", "EBITDA"],
          extra(rule(WORKFORCE, PULL, text="Look at the EBITDA first."))),
    # Sources, dates and tags
    Fault("a rule without a source", "check", ["ZZ-01", "source"],
          extra(rule(WORKFORCE, PULL).replace('<source ref="S01"/>', ""))),
    Fault("a source that is not in the register", "check", ["S9999"],
          extra(rule(WORKFORCE, PULL).replace("S01", "S9999"))),
    Fault("an uncertain rule that rules out", "check", ["ZZ-01", "uncertain"],
          extra(rule(WORKFORCE, '<exclude on="contractual-alliance"/>').replace('tag="verified"', 'tag="uncertain"'))),
    Fault("a rule that ends before it begins", "check", ["ZZ-01"],
          extra(rule(WORKFORCE, PULL, more=' from="2026-05-01" until="2026-04-01"'))),
    Fault("an option that does not exist", "check", ["aliance"], extra(rule(WORKFORCE, PULL.replace("alliance", "aliance")))),
    Fault("a question that does not exist", "check", ["motive.workforse"],
          extra(rule(WORKFORCE.replace("workforce", "workforse"), PULL))),
    # Questions
    Fault("a question that no rule uses", "check", ["lint.unused-question", "planted-question"],
          extra('<rulebase><question id="planted-question" section="control" scope="group" kind="choice" aggregate="none" '
                'nature="preference" short="Planted"><prompt>Is this of any use?</prompt><help>It is not.</help>'
                '<why>Nobody knows.</why><option value="yes" label="Yes"/><option value="no" label="No"/></question></rulebase>')),
    Fault("a question that routing never reaches", "check", ["unreachable-question", "planted-question"],
          extra('<rulebase><question id="planted-question" section="control" scope="group" kind="choice" aggregate="none" '
                'nature="preference" short="Planted"><prompt>Is this of any use?</prompt><help>It is not.</help>'
                '<why>Nobody knows.</why><ask-when><all><test question="jurisdiction" is="wales"/>'
                '<test question="jurisdiction" is="scotland"/></all></ask-when>'
                '<option value="yes" label="Yes"/><option value="no" label="No"/></question></rulebase>')),
    # What comes out
    Fault("an option that can never lead", "verify", ["verify.never-leads", "contractual-alliance"],
          *[(f"planted-{i}.xml", "", rule('<test question="motive.workforce" at-least="0"/>', '<pull on="contractual-alliance" strength="-3"/>',
                                          f"ZZ-{i:02}", f"You asked for more staff, for the {i}th time."))
            for i in range(1, 16)]),
    Fault("answers that leave one model", "verify", ["verify.few-models"],
          extra(rule(WORKFORCE, '<exclude on="stay-independent informal-network"/>'))),
    Fault("answers that leave no vehicle", "verify", ["verify.few-vehicles"],
          extra(rule('<test question="motive.workforce" at-least="0"/>',
                     '<exclude on="company-shares company-guarantee cic-shares cic-guarantee llp charitable-company cio '
                     'cooperative-society community-benefit-society plc"/>'))),
    Fault("two pieces of advice that must not meet", "verify", ["verify.contradiction", "ZZ-01"],
          extra(rule(WORKFORCE, PULL, more=' never-with="ZZ-02"')),
          ("planted-2.xml", "", rule('<test question="motive.workforce" at-least="2"/>', '<pull on="contractual-alliance" strength="+2"/>', "ZZ-02"))),
    Fault("a waived finding whose rule was edited", "verify", ["verify.law-undecided", "HC-23 has been edited since"],
          ("constraints.xml", 'Practitioner pension status is essential for the GPs. For its own', 'This status matters to the GPs. For its own')),
    # Changes that only a case can notice
    Fault("a strength with the other sign", "test", ["SF-01"],
          ("soft-factors.xml", '<pull on="contract" strength="+2"/>', '<pull on="contract" strength="-2"/>')),
    Fault("a threshold that moved", "test", ["BA03"],
          ("balance.xml", '<when><measure id="relationship.mean" less-than="2.0"/></when>',
           '<when><measure id="relationship.mean" less-than="2.4"/></when>')),
    Fault("a hard constraint on the wrong vehicle", "test", ["HC-"],
          ("constraints.xml", '<exclude on="unincorporated-association"/>', '<exclude on="contract"/>')),
]


# A sound rule raises no alarm: what is found above is found for its fault, not for being new.
SOUND = extra(rule('<all><test question="motive.workforce" at-least="3"/><test question="months-available" at-most="2"/></all>',
                   '<pull on="shared-services" strength="+1"/>',
                   text="You need more staff ({motive.workforce}) and you have two months at most. To share staff you have is the "
                        "quickest way."))


def plant(edits, rules):
    for name, old, new in edits:
        path = rules / name
        if not old:
            path.write_text(new, encoding="utf-8")
            continue
        text = path.read_text(encoding="utf-8")
        if old not in text:
            raise SystemExit(f"'{old}' does not stand in {name} any more; plant the fault elsewhere")
        path.write_text(text.replace(old, new, 1), encoding="utf-8")


def run(program, command, rules, edits=()):
    """Exit status and everything that is said, over a copy of the rules with these edits."""
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "rules"
        shutil.copytree(rules, copy)
        plant(edits, copy)
        done = subprocess.run([program, command, str(copy)], capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("rules", type=pathlib.Path)
    parser.add_argument("--only", default="", help="a part of the name of the faults to plant")
    arguments = parser.parse_args()
    failures = 0

    def ask(command, edits=()):
        return run(arguments.program, command, arguments.rules, edits)

    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        sound = [(command, what, pool.submit(ask, command, edits))
                 for what, edits in (("the rules as shipped", ()), ("a sound new rule", (SOUND,)))
                 for command in ("check", "verify") if not arguments.only]
        planted = [(fault, pool.submit(ask, fault.command, fault.edits)) for fault in FAULTS if arguments.only in fault.name]
        for command, what, answer in sound:
            status, said = answer.result()
            print(f"{'passed' if status == 0 else 'ALARM '} {command:7}{what}")
            if status != 0:
                failures += 1
                print(f"  status {status}; said:\n{said}")
        for fault, answer in planted:
            status, said = answer.result()
            absent = [word for word in fault.words if word not in said]
            found = status in (1, 3) and not absent
            print(f"{'found ' if found else 'MISSED'} {fault.command:7}{fault.name}", flush=True)
            if not found:
                failures += 1
                print(f"  status {status}; not said: {absent}; said:\n{said}")
    print(f"{len(planted)} faults planted, {failures} failures")
    return 1 if failures or not planted else 0


if __name__ == "__main__":
    sys.exit(main())
