#!/usr/bin/env python3
"""The bill of materials names every library that the programs ask for, and the licences are those of everything in it.

Usage: sbom_test.py SOURCE_FOLDER LICENCES.txt PROGRAM...
"""
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

source, licences, programs = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:]
faults = []


def check(right, fault):
    if not right:
        faults.append(fault)


def make(folder, output, expected=0):
    arguments = ["--platform", "linux", "--version", "1.2.3", "--commit", "0123abc", "--seconds", "1790000000", "--output", str(output)]
    for program in programs:
        arguments += ["--program", program]
    done = subprocess.run([sys.executable, "-B", str(folder / "sbom.py"), *arguments], capture_output=True, text=True)
    check(done.returncode == expected, f"sbom.py ends with {done.returncode}: {done.stderr}")
    return done.stderr


def check_bill(bill):
    check(bill["bomFormat"] == "CycloneDX" and bill["specVersion"] == "1.5", "it does not say that it is CycloneDX 1.5")
    check(re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", bill["serialNumber"]), "the serial number is no UUID")
    check(bill["metadata"]["timestamp"] == "2026-09-21T14:13:20Z", f"the day is {bill['metadata']['timestamp']}")
    check(bill["metadata"]["component"]["version"] == "1.2.3", "the version is another")
    refs = [one["bom-ref"] for one in bill["components"]]
    check(len(refs) == len(set(refs)), "two components have the same reference")
    check(all(ref in refs for one in bill["dependencies"] for ref in one["dependsOn"]), "a dependency is on nothing")
    listed = {p["value"] for one in bill["components"] for p in one.get("properties", []) if p["name"] == "federation-adviser:file"}
    for program in programs:
        # objdump, not readelf: another reader than the script's own
        asked = re.findall(r"^\s+NEEDED\s+(\S+)", subprocess.run(["objdump", "-p", program], check=True, capture_output=True, text=True).stdout, flags=re.MULTILINE)
        check(asked, f"{program} asks for no library at all")
        missing = set(asked) - listed
        check(not missing, f"{program} asks for libraries that are not in the bill: {sorted(missing)}")
        digest = subprocess.run(["sha256sum", program], check=True, capture_output=True, text=True).stdout.split()[0]
        check(any(digest == h["content"] for one in bill["components"] for h in one.get("hashes", [])), f"the digest of {program} is not in the bill")
    for one in bill["components"]:
        if one["type"] != "file":
            check(one.get("licenses") and one.get("version") and one["purl"].startswith("pkg:deb/"), f"{one['name']} has no licence, version or address")


def check_licences(bill):
    text = licences.read_text(encoding="utf-8")
    check("was not found when this was built" not in text, "the text of a licence was not found by the build")
    for one in bill["components"]:
        if one["type"] != "file":
            check(f"\n  {one['name']} " in text, f"{one['name']} is not in the list of licences")
    for part in ("Boost Software License", "wxWindows", "SIL Open Font License", "GNU LESSER GENERAL PUBLIC LICENSE", "Apache License"):
        check(part in text, f"the licences lack: {part}")


def main():
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        make(source / "installer/sbom", work / "one.json")
        make(source / "installer/sbom", work / "two.json")
        check((work / "one.json").read_bytes() == (work / "two.json").read_bytes(), "made twice, the bill is not the same")
        bill = json.loads((work / "one.json").read_text(encoding="utf-8"))
        check_bill(bill)
        check_licences(bill)
        # A library that nobody has written down is noticed
        copy = work / "sbom"
        shutil.copytree(source / "installer/sbom", copy)
        known = json.loads((copy / "components.json").read_text(encoding="utf-8"))
        known["components"] = [one for one in known["components"] if one["name"] != "libcsv"]
        (copy / "components.json").write_text(json.dumps(known), encoding="utf-8")
        said = make(copy, work / "three.json", expected=1)
        check("libcsv.so" in said and not (work / "three.json").exists(), f"a library that is not written down is not noticed: {said}")
    for fault in faults:
        print("FAULT:", fault)
    sys.exit(1 if faults else 0)


main()
