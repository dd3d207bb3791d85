#!/usr/bin/env python3
"""Writes the completions of fedadvise for bash, zsh and fish, from what its own --help says.

Usage: completions.py FEDADVISE FOLDER

Run by the build, so that they cannot know less than the program. Writes FOLDER/fedadvise (bash), FOLDER/_fedadvise (zsh) and
FOLDER/fedadvise.fish.
"""
import re
import subprocess
import sys
from pathlib import Path


class Command:
    """One command as its help describes it."""

    def __init__(self, path, about):
        self.path = path        # ("rules", "pack"); empty for fedadvise itself
        self.about = about
        self.options = []       # (names, kind of its value or none, values, about)
        self.words = []         # values of a positional that has a fixed list
        self.takes_files = False
        self.commands = []      # those below it


def help_of(program, path):
    return subprocess.run([program, *path, "--help"], check=True, capture_output=True, text=True, encoding="utf-8").stdout


def sections(text):
    """Gives for each heading ("Options:") its entries, each (what, about)."""
    found, heading = {}, None
    for line in text.splitlines():
        if re.fullmatch(r"[A-Z][A-Za-z ]*:", line):
            heading = line[:-1]
            found[heading] = []
        elif not line.startswith("  "):
            heading = None
        elif heading and re.match(r"  \S", line):
            what, _, about = line[2:].partition("  ") if "  " in line[2:] else (line[2:], "", "")
            found[heading].append([what.strip(), about.strip()])
        elif heading and found[heading]:
            entry = found[heading][-1]
            entry[1] = (entry[1] + " " + line.strip()).strip()
    return found


def values_of(what):
    listed = re.search(r"\{([^}]*)\}", what)
    return listed.group(1).split(",") if listed else []


def read(program, path=(), about=""):
    command = Command(path, about)
    said = sections(help_of(program, path))
    for what, words in said.get("Options", []):
        names = what.split()[0].split(",")
        kind = re.split(r"[: ]", what.partition(" ")[2])[0]
        kind = "" if kind in ("Needs", "Excludes", "REQUIRED") else kind
        command.options.append((names, kind, values_of(what), first_sentence(words)))
    for what, _ in said.get("Positionals", []):
        if values_of(what):
            command.words += values_of(what)
        else:
            command.takes_files = True
    for what, words in said.get("Subcommands", []):
        command.commands.append(read(program, (*path, what), words))
    return command


def first_sentence(words):
    return re.split(r"[.;](?: |$)|\n", words)[0]


#: What is asked for by these words is a folder, or a file; of other values nothing can be known
FOLDERS, FILES = ("DIR", "FOLDER"), ("FILE", "CASE", "PACK", "KEY")


def all_below(command):
    yield command
    for one in command.commands:
        yield from all_below(one)


def names_of(command):
    return [name for names, *_ in command.options for name in names]


# --- bash ----------------------------------------------------------------------------------------------------------------

def bash(top):
    lines = ["# bash completion for fedadvise; made from fedadvise --help by completions.py", "_fedadvise()", "{",
             "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} path='' i", "    COMPREPLY=()",
             "    for ((i = 1; i < COMP_CWORD; i++)); do", '        case "$path ${COMP_WORDS[i]}" in']
    for command in all_below(top):
        if command.path:
            lines.append(f"            '{' ' + ' '.join(command.path)}') path=' {' '.join(command.path)}' ;;")
    lines += ["        esac", "    done", '    case "$path $before" in']
    for command in all_below(top):
        path = "".join(" " + word for word in command.path)
        for names, kind, values, _ in command.options:
            if not kind:
                continue
            answer = f'mapfile -t COMPREPLY < <(compgen -W "{" ".join(values)}" -- "$word")' if values else "COMPREPLY=()"
            if kind in FOLDERS + FILES:
                answer = f'compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -{"d" if kind in FOLDERS else "f"} -- "$word")'
            lines.append(f"        {' | '.join(repr(path + ' ' + name) for name in names)})")
            lines += [f"            {answer}", "            return ;;"]
    lines += ["    esac", "    local words='' files=''", '    case "$path" in']
    for command in all_below(top):
        path = "".join(" " + word for word in command.path)
        offered = [one.path[-1] for one in command.commands] + command.words + names_of(command)
        lines.append(f"        '{path}') words='{' '.join(offered)}' files={'yes' if command.takes_files else ''} ;;")
    lines += ["    esac", '    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")',
              '    if [[ $files && $word != -* ]]; then', "        compopt -o filenames 2>/dev/null",
              '        mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$word")', "    fi", "}",
              "complete -F _fedadvise fedadvise", ""]
    return "\n".join(lines)


# --- zsh -----------------------------------------------------------------------------------------------------------------

def zsh_quoted(words):
    return "'" + words.replace("'", "'\\''") + "'"


def zsh_about(words):
    return re.sub(r"([\[\]:\\])", r"\\\1", words)


def zsh_function(command):
    name = "_fedadvise" + "".join("_" + word.replace("-", "_") for word in command.path)
    lines = [f"{name}() {{", "    local -a commands arguments" if command.commands else "    local -a arguments", "    arguments=("]
    for names, kind, values, about in command.options:
        action = ""
        if kind:
            action = ":value:" + (f"({' '.join(values)})" if values else "_files -/" if kind in FOLDERS else "_files" if kind in FILES else " ")
        for one in names:
            barred = f"({' '.join(names)})" if len(names) > 1 else ""
            lines.append("        " + zsh_quoted(f"{barred}{one}[{zsh_about(about)}]{action}"))
    if command.commands:
        lines += ["        '1:command:->command'", "        '*::argument:->argument'"]
    elif command.words:
        lines.append("        " + zsh_quoted(f"1:topic:({' '.join(command.words)})"))
    elif command.takes_files:
        lines.append("        '*:file:_files'")
    lines.append("    )")
    if not command.commands:
        return "\n".join([*lines, '    _arguments -s "${arguments[@]}"', "}", ""])
    lines += ["    local state line curcontext=$curcontext", '    _arguments -C "${arguments[@]}"', "    case $state in", "        command)",
              "            commands=("]
    lines += ["                " + zsh_quoted(f"{one.path[-1]}:{zsh_about(one.about)}") for one in command.commands]
    lines += ["            )", "            _describe command commands ;;", "        argument)", "            case $line[1] in"]
    lines += [f"                {one.path[-1]}) {name}_{one.path[-1].replace('-', '_')} ;;" for one in command.commands]
    lines += ["            esac ;;", "    esac", "}", ""]
    return "\n".join(lines)


def zsh(top):
    return "\n".join(["#compdef fedadvise", "# zsh completion for fedadvise; made from fedadvise --help by completions.py", ""]
                     + [zsh_function(command) for command in all_below(top)] + ['_fedadvise "$@"', ""])


# --- fish ----------------------------------------------------------------------------------------------------------------

def fish_quoted(words):
    return "'" + words.replace("\\", "\\\\").replace("'", "\\'") + "'"


FISH = """function __fedadvise_is_at --description 'Whether these commands were typed: exactly, or with more after them'
    set -l typed (string match --invert -- '-*' (commandline -opc))[2..-1]
    set -l commands $argv[2..-1]
    if test $argv[1] = within
        set typed $typed[1..(count $commands)]
    end
    test "$typed" = "$commands"
end"""


def fish(top):
    lines = ["# fish completion for fedadvise; made from fedadvise --help by completions.py", FISH, "complete -c fedadvise -f"]
    for command in all_below(top):
        when = " ".join(("__fedadvise_is_at", "exactly" if command.commands else "within", *command.path))
        for one in command.commands:
            lines.append(f"complete -c fedadvise -n {fish_quoted(when)} -a {one.path[-1]} -d {fish_quoted(first_sentence(one.about))}")
        for names, kind, values, about in command.options:
            flags = " ".join(("-l " + name[2:]) if name.startswith("--") else ("-s " + name[1:]) for name in names)
            value = ""
            if kind:
                value = (" -x -a " + fish_quoted(" ".join(values)) if values else " -x -a '(__fish_complete_directories)'" if kind in FOLDERS
                         else " -r -F" if kind in FILES else " -x")
            lines.append(f"complete -c fedadvise -n {fish_quoted(when)} {flags}{value} -d {fish_quoted(about)}")
        if command.words:
            lines.append(f"complete -c fedadvise -n {fish_quoted(when)} -a {fish_quoted(' '.join(command.words))}")
        if command.takes_files:
            lines.append(f"complete -c fedadvise -n {fish_quoted(when)} -F")
    return "\n".join(lines) + "\n"


def main():
    program, folder = sys.argv[1], Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    top = read(program)
    for name, text in (("fedadvise", bash(top)), ("_fedadvise", zsh(top)), ("fedadvise.fish", fish(top))):
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


main()
