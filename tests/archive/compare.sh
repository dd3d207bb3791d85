#!/bin/sh
# A case judged years ago, with its own date and rule base, gives the same bytes as then; a day later the law of that day counts.
# The answers are never rewritten. If one must change, that is a break of the result's format and needs a new version number.
# Usage: compare.sh PROGRAM FOLDER
program=$1
here=$2
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
failures=0

same() {
    "$program" assess "$here/case.fedcase" --rules "$here/rules" --format json --output "$work/answer.json" "$@" || failures=$((failures + 1))
}

same
cmp "$work/answer.json" "$here/answer-2019-03-31.json" || { echo "FAIL: the old case gets another answer."; failures=$((failures + 1)); }
same --as-at 2019-04-01
cmp "$work/answer.json" "$here/answer-2019-04-01.json" || { echo "FAIL: the day after gets another answer."; failures=$((failures + 1)); }
cmp -s "$here/answer-2019-03-31.json" "$here/answer-2019-04-01.json" && { echo "FAIL: the two days do not differ."; failures=$((failures + 1)); }
[ "$failures" -eq 0 ] && echo "The old case keeps its answer."
[ "$failures" -eq 0 ]
