#!/usr/bin/env python3
"""Writes the licences of everything that is inside the programs, as one text to read.

Usage: licences.py linux|windows LICENSE OUTPUT

LICENSE is the program's own. The texts are those of this system's packages, which the programs are linked with, or whose sources the Windows
programs are built from. A text that is not there is named at its place, so that a build goes on; a test asks whether any is missing.
"""
import sys
from pathlib import Path

import inventory

RULE = "=" * 78


def text_of(component):
    names = component.get("text", component.get("linux") or [component["windows"]])
    found = inventory.package(names)
    path = Path(f"/usr/share/doc/{found[0] if found else names[0]}/copyright")
    if not path.exists():
        return f"(The text was not found when this was built: {path} is missing.)"
    text = path.read_text(encoding="utf-8", errors="replace").strip()
    if "paragraph" in component:  # of a collection so large that its list of authors has thousands of lines
        found = [part for part in text.split("\n\n") if part.startswith(component["paragraph"] + "\n ")]
        text = "(The names of the authors stand in the files of the library.)\n\n" + "\n\n".join(found)
    return text


def main():
    platform, own = sys.argv[1], Path(sys.argv[2])
    known = inventory.read()
    used = inventory.used_by(platform)
    printed = [component for component in used if component.get("text") != []]
    lines = ["Licences of what is inside", "",
             "Federation Adviser itself is under the Apache License 2.0, which stands at the end. It uses the work of others:", ""]
    width = max(len(component["name"]) for component in used)
    lines += [f"  {component['name']:{width}}  {component['licence']}: {component['use']}" for component in used]
    lines += ["", "Their names, and the texts below, are as the packages of the system have them on which this copy was built. Some speak of",
              "files that are not part of this program, such as tests and tools."]
    for component in printed:
        lines += ["", RULE, f"{component['name']}  ({component['licence']})", RULE, "", text_of(component)]
    for name in known["common-licences"]:
        path = Path("/usr/share/common-licenses") / name
        text = path.read_text(encoding="utf-8", errors="replace") if path.exists() else f"(The text was not found when this was built: {path} is missing.)"
        lines += ["", RULE, f"The text that others above call {name}", RULE, "", text.strip("\n")]
    lines += ["", RULE, "Federation Adviser  (Apache-2.0)", RULE, "", own.read_text(encoding="utf-8").strip("\n")]
    out = "\n".join("".join(c for c in line if c == "\t" or c >= " ").rstrip() for line in "\n".join(lines).splitlines())
    Path(sys.argv[3]).write_text(out + "\n", encoding="utf-8", newline="\n")


main()
