#!/usr/bin/env python3
"""Writes the bill of materials of a build: what the programs are made of, as CycloneDX 1.5.

Usage: sbom.py --platform linux|windows --version VERSION --commit COMMIT --seconds SECONDS --output FILE
               [--libraries PREFIX] [--program FILE ...] [--package FILE ...]

SECONDS since 1970 are the commit's: the same commit, libraries and files give the same bytes. PREFIX is that of the cross-built libraries
(Windows). Of Linux programs every library that they ask the system for must be known, else nothing is written and the status is 1.
"""
import argparse
import hashlib
import json
import re
import subprocess
import sys
import time
import uuid
from pathlib import Path

import inventory

OURS = "federation-adviser"


def libraries_asked_for(program):
    """The names that stand in the program for the system's loader, such as libcsv.so.3."""
    said = subprocess.run(["readelf", "-dW", program], check=True, capture_output=True, text=True).stdout
    return re.findall(r"\(NEEDED\).*\[(.*)\]", said)


def packages_of(libraries):
    """{library: package that brought it}, by what the loader would take."""
    said = subprocess.run(["ldconfig", "-p"], check=True, capture_output=True, text=True, env={"PATH": "/usr/sbin:/sbin:/usr/bin:/bin"}).stdout
    paths = {}
    for name, path in re.findall(r"^\s+(\S+) \(libc6,x86-64[^)]*\) => (\S+)", said, flags=re.MULTILINE):
        paths.setdefault(name, path)
    owners = {}
    for name in libraries:
        for path in (paths.get(name), str(Path(paths.get(name, "/")).resolve()), str(Path(paths.get(name, "/")).resolve()).removeprefix("/usr")):
            found = path and subprocess.run(["dpkg-query", "-S", path], capture_output=True, text=True)
            if found and found.returncode == 0:
                owners[name] = found.stdout.split(":")[0]
                break
    return owners


def licence(expression):
    return [{"expression": expression}] if " " in expression else [{"license": {"id": expression}}]


def file_component(path, kind):
    return {"type": "file", "bom-ref": f"file:{path.name}", "name": path.name,
            "hashes": [{"alg": "SHA-256", "content": hashlib.sha256(path.read_bytes()).hexdigest()}],
            "properties": [{"name": f"{OURS}:kind", "value": kind}]}


def library_components(platform, sources):
    components = []
    for component in inventory.used_by(platform):
        where = inventory.place(component, platform, sources)
        how = "compiled in" if platform == "windows" and component["how"] != "comes along" else component["how"]
        components.append({
            "type": "data" if how == "comes along" else "library", "bom-ref": f"{component['name']} {where['version']}", "name": component["name"],
            "version": where["version"], "description": f"For {component['use']}", "licenses": licence(component["licence"]), "purl": where["purl"],
            "properties": [{"name": f"{OURS}:how", "value": how}, {"name": f"{OURS}:package", "value": where["name"]},
                           {"name": f"{OURS}:source-package", "value": f"{where['source']} {where['source-version']}"}]
            + ([{"name": f"{OURS}:doubt", "value": where["doubt"]}] if where["doubt"] else [])})
    return components


def name_files(components, programs):
    """Notes at each component which files of it the programs ask for. Gives those that no component has."""
    asked = sorted({library for program in programs for library in libraries_asked_for(program)})
    owners = packages_of(asked)
    by_package = {next(p["value"] for p in one["properties"] if p["name"] == f"{OURS}:package"): one for one in components}
    for library in asked:
        if owners.get(library) in by_package:
            by_package[owners[library]]["properties"].append({"name": f"{OURS}:file", "value": library})
    return [f"{library} (package {owners.get(library, 'unknown')})" for library in asked if owners.get(library) not in by_package]


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--platform", choices=("linux", "windows"), required=True)
    for option in ("--version", "--commit", "--output"):
        parser.add_argument(option, required=True)
    parser.add_argument("--seconds", type=int, required=True)
    parser.add_argument("--libraries", help="prefix of the cross-built libraries")
    parser.add_argument("--program", type=Path, action="append", default=[])
    parser.add_argument("--package", type=Path, action="append", default=[])
    asked = parser.parse_args()
    try:
        components = library_components(asked.platform, inventory.cross_built(asked.libraries) if asked.platform == "windows" else None)
    except inventory.Missing as missing:
        sys.exit(f"sbom.py: {missing}")
    if asked.platform == "linux":
        unknown = name_files(components, asked.program)
        if unknown:
            sys.exit("sbom.py: these libraries are linked, but components.json does not know them: " + ", ".join(unknown))
    files = [file_component(path, "program") for path in asked.program] + [file_component(path, "package") for path in asked.package]
    bill = {
        "$schema": "http://cyclonedx.org/schema/bom-1.5.schema.json", "bomFormat": "CycloneDX", "specVersion": "1.5", "serialNumber": "", "version": 1,
        "metadata": {
            "timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(asked.seconds)),
            "component": {
                "type": "application", "bom-ref": OURS, "name": "Federation Adviser", "version": asked.version, "licenses": licence("Apache-2.0"),
                "properties": [{"name": f"{OURS}:commit", "value": asked.commit}, {"name": f"{OURS}:platform", "value": asked.platform},
                               {"name": f"{OURS}:not-listed", "value": "What the libraries of a Linux distribution need in turn is listed by its package manager"
                                if asked.platform == "linux" else "What Windows itself brings"}]}},
        "components": components + files,
        "dependencies": [{"ref": OURS, "dependsOn": sorted(one["bom-ref"] for one in components)}]}
    digest = hashlib.sha256(json.dumps(bill, sort_keys=True).encode("utf-8")).hexdigest()
    bill["serialNumber"] = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, digest)}"
    Path(asked.output).write_text(json.dumps(bill, indent=2, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")


main()
