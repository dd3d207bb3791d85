#!/usr/bin/env python3
"""The manual and the completions know every command and option that fedadvise --help knows, and no other.

Usage: completions_test.py FEDADVISE FOLDER_OF_MANUALS FOLDER_OF_COMPLETIONS

The shells themselves are asked; for zsh, whose completion needs a terminal, its functions are called with others in the place of those
that would talk to it.
"""
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

faults = []


def check(right, fault):
    if not right:
        faults.append(fault)


def run(*command, **more):
    return subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8", **more).stdout


def commands_of(program, path=()):
    """Yields (path, options, commands below) for fedadvise itself and every command."""
    text = run(program, *path, "--help")
    _, _, listed = text.partition("\nSubcommands:\n")
    below = re.findall(r"^  ([a-z][a-z-]*)", listed.partition("\n\n")[0], flags=re.MULTILINE)
    _, _, listed = text.partition("\nOptions:\n")
    options = [name for names in re.findall(r"^  (-\S+)", listed.partition("\n\n")[0], flags=re.MULTILINE) for name in names.split(",")]
    yield path, options, below
    for name in below:
        yield from commands_of(program, (*path, name))


def bash_offers(folder, path, word):
    words = " ".join(("fedadvise", *path, f'"{word}"'))
    script = f'source "$1"; COMP_WORDS=({words}); COMP_CWORD={len(path) + 1}; _fedadvise 2>/dev/null; printf "%s\\n" "${{COMPREPLY[@]}}"'
    return run("bash", "-c", script, "bash", str(folder / "fedadvise")).split()


def fish_offers(folder, path, word, home):
    script = f'source "$argv[1]"; complete -C "{" ".join(("fedadvise", *path, word))}"'
    out = run("fish", "--no-config", "-c", script, str(folder / "fedadvise.fish"), env={**os.environ, "HOME": home})
    return [line.split("\t")[0] for line in out.splitlines()]


ZSH = """
steps=(%s)
_arguments() { print -rl -- "$@"; if (( $#steps )); then state=argument; line=($steps[1]); shift steps; else state=command; fi }
_describe() { print -rl -- "${(@P)2}" }
source "$1"
"""


def zsh_offers(folder, path):
    """Options and commands of the last command of the path, and of those on the way."""
    out = run("zsh", "-f", "-c", ZSH % " ".join(path), "zsh", str(folder / "_fedadvise"))
    return re.findall(r"^(?:\([^)]*\))?(-[\w-]+)\[", out, flags=re.MULTILINE) + re.findall(r"^([a-z][a-z-]*):", out, flags=re.MULTILINE)


def check_completions(program, folder):
    with tempfile.TemporaryDirectory() as home:
        for path, options, below in commands_of(program):
            name = " ".join(("fedadvise", *path))
            check(options, f"'{name} --help' lists no options")
            check(set(bash_offers(folder, path, "-")) == set(options), f"bash offers other options for '{name}': {bash_offers(folder, path, '-')}")
            fish = set(fish_offers(folder, path, "-", home)) | set(fish_offers(folder, path, "--", home))
            check(fish == set(options), f"fish offers other options for '{name}': {sorted(fish)}")
            zsh = zsh_offers(folder, path)
            check(set(options) <= set(zsh), f"zsh does not offer for '{name}': {sorted(set(options) - set(zsh))}")
            if below:
                check(set(bash_offers(folder, path, "")) - set(options) == set(below), f"bash offers other commands after '{name}'")
                check(set(fish_offers(folder, path, "", home)) == set(below), f"fish offers other commands after '{name}'")
                check(set(below) <= set(zsh), f"zsh does not offer after '{name}': {sorted(set(below) - set(zsh))}")
        check("html" in bash_offers(folder, ("assess", "--format"), "h"), "bash does not offer the forms of --format")
        check("html" in fish_offers(folder, ("assess", "--format"), "h", home), "fish does not offer the forms of --format")


def check_manual(program, folder):
    manual = (folder / "fedadvise.1").read_text(encoding="utf-8")
    described = re.findall(r"^\.It Cm (\S+)", manual, flags=re.MULTILINE)
    known = list(commands_of(program))
    commands = known[0][2]
    check(sorted(described) == sorted(commands), f"fedadvise.1 and --help differ in: {sorted(set(described) ^ set(commands))}")
    options = {option for _, names, _ in known for option in names}
    for name in re.findall(r"\bFl (-?[a-z][a-z-]*)", manual):
        check("-" + name in options, f"fedadvise.1 has an option that no command has: -{name}")
    for page in ("fedadvise.1", "federation-adviser.1"):
        found = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", str(folder / page)], capture_output=True, text=True)
        check(found.returncode == 0 and not found.stdout, f"mandoc: {found.stdout}")


def main():
    program, manuals, completions = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    check_manual(program, manuals)
    check_completions(program, completions)
    for fault in faults:
        print("FAULT:", fault)
    sys.exit(1 if faults else 0)


main()
