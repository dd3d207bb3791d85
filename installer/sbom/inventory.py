"""What the programs are made of: components.json, with the versions that this system and the Windows libraries have of it.

A component's "linux" names packages of Debian or Ubuntu, of which the first that is installed counts (on Ubuntu with "t64" after its name).
Its "windows" names the source package that was cross-built (installer/windows/libraries.sh); or "host", when this system's package is compiled
in; or a package of this system; or "inside" another source. "text" names the packages whose licences are printed; without it, the same; none
where another component has the same text. "paragraph" is the one that is printed of a long text.
"""
import json
import re
import subprocess
from pathlib import Path
from urllib.parse import quote


class Missing(Exception):
    """A component that is not there; says what to do."""


def read():
    return json.loads((Path(__file__).parent / "components.json").read_text(encoding="utf-8"))


def package(names):
    """(package, version, source package, its version) of the first name that is installed; None without one."""
    for name in names:
        for spelled in (name, name + "t64"):
            found = subprocess.run(["dpkg-query", "-W", "-f", "${db:Status-Status}\t${Version}\t${source:Package}\t${source:Version}\n", spelled],
                                   capture_output=True, text=True)
            status, *rest = (found.stdout.splitlines() or [""])[0].split("\t")
            if found.returncode == 0 and status == "installed":
                return (spelled, *rest)
    return None


def cross_built(prefix):
    """{source package: version}, from the list of sources that the cross-built libraries keep."""
    if not Path(prefix).is_dir():
        raise Missing(f"{prefix} is missing: build the libraries with installer/windows/libraries.sh first")
    path = Path(prefix) / "SOURCES"
    versions = {}
    for line in path.read_text(encoding="utf-8").split() if path.exists() else []:
        found = re.fullmatch(r"(.+)_([^_]+)\.dsc", line)
        found = found or re.fullmatch(r"(.+)_([^_]+)\.orig\.tar\.\w+", line)  # without the distribution's patches
        if found:
            versions.setdefault(found.group(1), found.group(2))
    return versions


def used_by(platform):
    """What is inside the programs of a platform."""
    return [component for component in read()["components"] if platform in component]


def place(component, platform, sources=None):
    """{name, version, source, source-version, purl, doubt} of one component on a platform; Missing when it is not there.

    For Windows, `sources` is what cross_built() gives. A source that is not in it has the version of this system's own package, from whose source
    it was built; "doubt" says so."""
    where = component[platform]
    if platform == "linux" or where == "host":
        found = package(component["linux"])
        if found is None:
            raise Missing(f"{component['name']}: none of the packages {', '.join(component['linux'])} is installed")
        return as_place(*found)
    where = where.removeprefix("inside ")
    if where in sources:
        return as_place(None, None, where, sources[where])
    found = package([where])
    own = package(component.get("linux", []))
    if found is None and own is not None:
        return {**as_place(None, None, own[2], own[3]), "doubt": "the version is that of the system's own package: the list of cross-built sources lacks it"}
    if found is None:
        raise Missing(f"{component['name']}: '{where}' is neither among the cross-built sources nor installed")
    return as_place(*found)


def distribution():
    found = re.search(r"^ID=\"?([a-z]+)", Path("/etc/os-release").read_text(encoding="utf-8"), flags=re.MULTILINE)
    return found.group(1) if found else "debian"


def as_place(name, version, source, source_version):
    of = name or source
    at = version or source_version
    about = "" if name else "?arch=source"
    return {"doubt": "", "name": of, "version": at, "source": source, "source-version": source_version,
            "purl": f"pkg:deb/{distribution()}/{quote(of, safe='')}@{quote(at, safe='')}{about}"}
