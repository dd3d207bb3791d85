#!/usr/bin/env python3
"""Gathers what a buyer asks for into one folder, with an index that says what each file shows.

Usage: assurance.py FEDADVISE VERSION COMMIT SECONDS FOLDER

Run in the project's folder by `sh installer/setup.sh assurance`. What cannot be gathered is named in the index, with how to get it: nothing is
left out in silence. FEDADVISE judges the rules; packages, test results and cross-built libraries are taken where other commands leave them.
"""
import hashlib
import html
import re
import shutil
import subprocess
import sys
import time
import xml.etree.ElementTree as xml
from pathlib import Path

fedadvise, version, commit, seconds, target = sys.argv[1:]
folder = Path(target)
build = Path("build")
#: (heading, [(file, what it shows)], [what could not be gathered and why])
gathered = {}
missing = []


def note(name, about):
    gathered[name] = about


def lacks(what, how):
    missing.append((what, how))


def run(name, about, *arguments, fine=(0,)):
    """Runs fedadvise and keeps what it prints."""
    print(f"    {name}", flush=True)
    done = subprocess.run([fedadvise, *arguments, "--output", str(folder / name)], capture_output=True, text=True)
    if done.returncode in fine and (folder / name).exists():
        note(name, about)
        return done.returncode
    lacks(name, f"fedadvise {' '.join(arguments)} ended with {done.returncode}: {done.stderr.strip()[:300]}")
    return done.returncode


def keep(path, name, about, how):
    if path.exists():
        shutil.copyfile(path, folder / name)
        note(name, about)
        return True
    lacks(name, how)
    return False


def rules():
    run("rules-check.txt", "Faults that the program looks for in the rules; the last line says how many there are", "check", "rules", fine=(0, 1))
    run("rules-proof.txt", "What is proved of the rules over every complete case: that at least two models and legal forms are always left, that every "
        "option can lead, and more; with a case for whatever is not so", "verify", "rules", fine=(0, 1))
    run("rules-proof.json", "The same for programs to read", "verify", "rules", "--format", "json", fine=(0, 1))
    run("rules-tests.txt", "The cases that every rule brings with it: how many hold, and what they cover", "test", "rules", "--coverage", fine=(0, 1))
    run("rules-balance.txt", "How often each model and legal form leads over 20,000 random groups: whether the rules favour any", "balance", "rules", fine=(0, 1))
    run("rule-book.html", "Every question, rule, sentence and source to read, print and sign", "book", "rules")


def tests():
    path = build / "dev/test-results.xml"
    if not keep(path, "test-results.xml", "", "Run: sh installer/setup.sh test"):
        return
    suite = xml.parse(path).getroot()
    counts = {word: suite.get(word, "0") for word in ("tests", "failures", "skipped", "disabled")}
    when = suite.get("timestamp", "an unknown day")
    note("test-results.xml", f"Every test of the programs, in the form that build servers read: {counts['tests']} tests, {counts['failures']} failed, "
         f"{counts['skipped']} skipped, {counts['disabled']} disabled; run on {when}")


def statements():
    texts = build / "release/resources/texts"
    how = "Run: sh installer/setup.sh package"
    keep(texts / "scope.txt", "scope.txt", "What the program is for, and what not: not clinical, no medical device, no patient data, no network", how)
    keep(texts / "accessibility.txt", "accessibility.txt", "The accessibility statement, with what is known not to work", how)
    keep(texts / "licences.txt", "licences.txt", "The licences of everything inside", how)
    keep(Path("CHANGELOG.md"), "changelog.md", "What changed from version to version", "")


def bill(platform, programs, packages, libraries, how):
    """Gives whether the bill of materials was made."""
    name = f"sbom-{platform}.cdx.json"
    if not packages:
        lacks(f"{name} and the packages for {platform.capitalize()}", how)
        return
    arguments = [sys.executable, "-B", "installer/sbom/sbom.py", "--platform", platform, "--version", version, "--commit", commit, "--seconds", seconds,
                 "--output", str(folder / name)]
    for path in programs:
        arguments += ["--program", str(path)]
    for path in packages:
        arguments += ["--package", str(path)]
    if libraries:
        arguments += ["--libraries", str(libraries)]
    done = subprocess.run(arguments, capture_output=True, text=True)
    if done.returncode:
        lacks(name, done.stderr.strip())
    else:
        note(name, f"What the programs for {platform.capitalize()} are made of (CycloneDX 1.5): every library with version, licence and source, and the "
             "digests of the files")


def programs_of_package(path):
    """The programs as they are in the Debian package."""
    inside = folder.parent / "assurance-package"
    shutil.rmtree(inside, ignore_errors=True)
    subprocess.run(["dpkg-deb", "-x", path, inside], check=True)
    return [inside / "usr/bin/fedadvise", inside / "usr/bin/federation-adviser"]


def packages():
    linux = sorted((build / "release/packages").glob(f"federation-adviser_{version}_*.deb"))
    bill("linux", programs_of_package(linux[0]) if linux else [], linux, None, "Run: sh installer/setup.sh package")
    shutil.rmtree(folder.parent / "assurance-package", ignore_errors=True)
    windows = sorted(path for pattern in ("*.exe", "*.zip") for path in (build / "windows/packages").glob(pattern) if version in path.name)
    bill("windows", sorted((build / "windows/stage").glob("f*.exe")), windows, libraries_of_windows(), "Run: sh installer/setup.sh windows")
    if linux or windows:
        lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in linux + windows]
        (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8", newline="\n")
        note("SHA256SUMS", "The digests of the packages; sha256sum --check SHA256SUMS beside them says whether they are what was built")
    shot = build / "release/package-test/desktop.png"
    keep(shot, "installed-on-linux.png", "The desktop program as the package's test saw it after the upgrade, in a fresh system", "Run: sh installer/setup.sh package")


def libraries_of_windows():
    """The prefix of the cross-built libraries that the Windows programs were linked with; None without a build."""
    cache = build / "windows/CMakeCache.txt"
    found = cache.exists() and re.search(r"^FEDADVISE_WINDOWS_LIBRARIES:\w+=(.*)$", cache.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return Path(found.group(1)) if found else None


def versions():
    said = [f"Federation Adviser {version}", f"commit {commit}", f"of {time.strftime('%Y-%m-%d', time.gmtime(int(seconds)))}"]
    changed = subprocess.run(["git", "status", "--porcelain"], capture_output=True, text=True).stdout.strip()
    said.append("with changes that are in no commit: this is not a release" if changed else "without changes beside it")
    system = re.search(r'^PRETTY_NAME="?([^"\n]*)', Path("/etc/os-release").read_text(encoding="utf-8"), flags=re.MULTILINE)
    compiler = subprocess.run(["g++", "--version"], capture_output=True, text=True).stdout.partition("\n")[0]
    said += [f"gathered on {system.group(1) if system else 'an unknown system'}", f"compiler {compiler}"]
    (folder / "versions.txt").write_text("\n".join(said) + "\n", encoding="utf-8", newline="\n")
    note("versions.txt", "Version, commit, system and compiler")
    if changed:
        lacks("A clean state", "there are changes beside the commit; commit them, or put them aside, and gather again")


#: Headings as buyers' forms have them (in England the DTAC), a plain answer, and the files that show it
HEADINGS = [
    ("What this is", "Federation Adviser helps GP practices decide how closely to work together, and in what legal form.", ["versions.txt", "scope.txt", "changelog.md"]),
    ("Clinical safety", "Not applicable. The program says nothing of the diagnosis, monitoring, treatment or care of any person, reads no care record and gives "
     "nothing to one; it advises organisations. It is not a medical device. The standards DCB0129 and DCB0160 are about systems that may affect patients; whoever "
     "deploys it should record that view, or theirs. What can be relied on in its advice is shown by the proof and the tests of the rules.",
     ["scope.txt", "rules-proof.txt", "rules-proof.json", "rules-check.txt", "rules-tests.txt", "rules-balance.txt", "rule-book.html"]),
    ("Data protection", "No patient data are asked for or wanted. Names and notes of people at work may be in a case, which is a file on the user's own computer; nothing is "
     "sent anywhere, and nobody but the user has it. There is no account, no telemetry, no cloud, and no machine learning.", ["scope.txt"]),
    ("Technical security", "No network connection: the tests look for functions and libraries of a network in the programs, and watch them at work. It needs no administrator "
     "rights to run. Input files are checked, and refused with a reason. Every library is listed with its version and licence; packages have digests, and the same "
     "commit gives the same package.", ["sbom-linux.cdx.json", "sbom-windows.cdx.json", "SHA256SUMS", "test-results.xml", "licences.txt"]),
    ("Interoperability", "Cases are plain JSON, results can be had as JSON, CSV, HTML, Word, PDF and calendar files, and practices can be read from the NHS's published lists. "
     "The program exchanges nothing with clinical systems, and needs no interface to them.", ["rules-proof.json"]),
    ("Usability and accessibility", "The statement says what was tested and how, after WCAG 2.2 AA and EN 301 549, and what is known not to work.", ["accessibility.txt",
     "test-results.xml", "installed-on-linux.png"]),
]


def index():
    day = time.strftime("%Y-%m-%d", time.gmtime(int(seconds)))
    out = ["<!DOCTYPE html>", '<html lang="en-GB">', "<head>", '<meta charset="utf-8">', f"<title>Federation Adviser {html.escape(version)}: what buyers ask for</title>",
           "<style>body{font-family:sans-serif;max-width:50em;margin:2em auto;padding:0 1em;line-height:1.5}li{margin:.4em 0}</style>", "</head>", "<body>",
           f"<h1>Federation Adviser {html.escape(version)}: what buyers ask for</h1>",
           f"<p>Gathered from commit {html.escape(commit)} of {day} by one command, <code>sh installer/setup.sh assurance</code>, which anybody can repeat.</p>",
           "<h2>What is not here</h2>"]
    if missing:
        out += ["<ul>"] + [f"<li><strong>{html.escape(what)}</strong>: {html.escape(how)}</li>" for what, how in missing] + ["</ul>"]
    else:
        out.append("<p>Everything that this command gathers is here.</p>")
    out.append("<p>Never here, since no command can make them: an audit by somebody independent, a penetration test, tests with people who use assistive technology, and "
               "the review of the rules by a solicitor and an accountant, for which the rule book has places to sign.</p>")
    for heading, words, files in HEADINGS:
        out += [f"<h2>{heading}</h2>", f"<p>{html.escape(words)}</p>", "<ul>"]
        out += [f'<li><a href="{name}">{name}</a>: {html.escape(gathered[name])}.</li>' if name in gathered else f"<li>{name}: not gathered, see above.</li>" for name in files]
        out.append("</ul>")
    out += ["</body>", "</html>", ""]
    (folder / "README.html").write_text("\n".join(out), encoding="utf-8", newline="\n")


def main():
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    versions()
    rules()
    tests()
    statements()
    packages()
    index()
    listed = {name for _, _, files in HEADINGS for name in files}
    forgotten = sorted(set(gathered) - listed)
    if forgotten:
        sys.exit(f"assurance.py: the index has no place for {', '.join(forgotten)}")
    print(f"\n{len(gathered)} files and their index, {folder}/README.html")
    for what, how in missing:
        print(f"NOT gathered: {what}. {how}")


main()
