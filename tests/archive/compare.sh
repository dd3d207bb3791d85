#!/bin/sh
# A case judged years ago, with its own date and rule base, is judged as it was then; a day later the law of that day counts.
# The answers are never rewritten. A later program may add keys to a result; whatever the old answer says must still stand there, in the
# same order and with the same value. If one must change, that is a break of the result's format and needs a new version number.
# Usage: compare.sh PROGRAM FOLDER PYTHON
program=$1
here=$2
python=$3
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
failures=0

same() {
    old=$1
    shift
    "$program" assess "$here/case.fedcase" --rules "$here/rules" --format json --output "$work/answer.json" "$@" || failures=$((failures + 1))
    "$python" "$here/still_says.py" "$here/$old" "$work/answer.json" || { echo "FAIL: $old is not what is answered now."; failures=$((failures + 1)); }
}

same answer-2019-03-31.json
same answer-2019-04-01.json --as-at 2019-04-01
"$python" "$here/still_says.py" "$here/answer-2019-03-31.json" "$here/answer-2019-04-01.json" >/dev/null &&
    { echo "FAIL: the two days do not differ."; failures=$((failures + 1)); }
[ "$failures" -eq 0 ] && echo "The old case keeps its answer."
[ "$failures" -eq 0 ]
