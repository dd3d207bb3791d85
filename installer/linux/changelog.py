#!/usr/bin/env python3
"""Prints CHANGELOG.md as the changelog of a Debian package.

Usage: changelog.py CHANGELOG.md VERSION SECONDS CONTACT

The versions become entries, newest first, their points become stars, and Markdown becomes plain words. A version without a day gets that
of SECONDS (since 1970), which is the commit's: the same commit gives the same bytes.
"""
import calendar
import datetime
import email.utils
import re
import sys
import textwrap


def plain(words):
    words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", words)
    return words.replace("**", "").replace("`", "")


def entries(text):
    """Yields (version, day or None, points)."""
    for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        heading, _, body = part.partition("\n")
        found = re.match(r"\[([0-9][^\]]*)\](?: - (\S+))?", heading)
        if not found:
            continue
        points = [plain(" ".join(point.split())) for point in re.split(r"^- ", re.sub(r"^### .*$", "", body, flags=re.MULTILINE), flags=re.MULTILINE)]
        yield found.group(1), found.group(2), [point for point in points if point]


def main():
    path, version, seconds, contact = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        known = list(entries(file.read()))
    if not known or known[0][0] != version:
        sys.exit(f"{path}: the first version is {known[0][0] if known else 'missing'}, but the program is {version}. Name {version} first.")
    for number, day, points in known:
        moment = int(seconds)
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", day or ""):
            moment = calendar.timegm(datetime.date.fromisoformat(day).timetuple())
        print(f"federation-adviser ({number}) unstable; urgency=medium\n")
        for point in points:
            print(textwrap.fill(point, 78, initial_indent="  * ", subsequent_indent="    ", break_long_words=False))
        print(f"\n -- {contact}  {email.utils.formatdate(moment)}\n")


main()
