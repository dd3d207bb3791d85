"""Changes in a copy of the rules. Given to one side only, each must show up as a disagreement."""

import shutil
import xml.etree.ElementTree as xml

from cases import day_before


def change_sign(rule):
    pull = rule.find("pull")
    if pull is None:
        return False
    pull.set("strength", str(-int(pull.get("strength"))))
    return True


def drop_condition(rule):
    group = rule.find("when/all")
    if group is None or len(group) < 2:
        return False
    group.remove(group[0])
    return True


def shift_date(rule):
    if not rule.get("from"):
        return False
    rule.set("from", day_before(rule.get("from")))
    return True


def swap_nation(rule):
    if rule.get("nations") != "england":
        return False
    rule.set("nations", "wales")
    return True


def loosen_bound(rule):
    for test in rule.iter("test"):
        if test.get("at-least", "").isdigit() and int(test.get("at-least")) > 1:
            test.set("at-least", str(int(test.get("at-least")) - 1))
            return True
    return False


def drop_exclusion(rule):
    found = rule.find("exclude")
    if found is None or " " not in found.get("on"):
        return False
    found.set("on", found.get("on").split()[0])
    return True


def count_all_practices(rule):
    for test in rule.iter("practices"):
        if test.get("how-many") == "some":
            test.set("how-many", "every")
            return True
    return False


def another_middle(question):
    if question.get("aggregate") != "median" or question.get("kind") != "scale":
        return False
    question.set("aggregate", "lowest")
    return True


another_middle.element = "question"

PLANTS = {"a strength's sign": change_sign, "a dropped condition": drop_condition, "a shifted date": shift_date, "another nation": swap_nation,
          "a looser bound": loosen_bound, "a dropped exclusion": drop_exclusion, "every practice for some": count_all_practices,
          "another aggregation": another_middle}


def plant(rules, folder, change, seen, taken):
    """Copies the rules with one change, in a question or in a rule that was seen true, false and unknown; returns its id."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(rules, folder)
    element = getattr(change, "element", "rule")
    for path in sorted(folder.glob("*.xml")):
        tree = xml.parse(path)
        for found in tree.getroot().findall(element):
            id_ = found.get("id")
            if id_ not in taken and (element != "rule" or len(seen.get(id_, "")) == 3) and change(found):
                tree.write(path, encoding="utf-8", xml_declaration=True)
                return id_
    return None
