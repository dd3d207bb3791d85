#!/bin/sh
# Every worked case gives the same bytes on Windows as on Linux: every form of the result, and all documents in every form. So does
# the proof of the rules.
# Usage: same_bytes.sh LINUX_PROGRAM WINDOWS_PROGRAM EXAMPLES RULES
set -eu
linux=$1
windows=$2
examples=$3
rules=$4
if [ ! -x "$linux" ]; then
    echo "There is no program of this system to compare with: $linux"
    echo "Build it: cmake --preset dev && cmake --build --preset dev --target fedadvise"
    exit 1
fi
unset FEDADVISE_RULES FEDADVISE_HOME
work=$(mktemp -d "${TMPDIR:-/tmp}/fedadvise same Tŷ €.XXXXXX")
trap 'rm -rf "$work"' EXIT

# Read from a path with blanks and letters that are not ASCII
for case in "$examples"/*.fedcase; do cp "$case" "$work/case ŵ of $(basename "$case")"; done

# results PROGRAM FOLDER: everything that the program says of every case
results()
{
    for case in "$examples"/*.fedcase; do
        name=$(basename "$case" .fedcase)
        folder=$2/$name
        mkdir -p "$folder"
        "$1" assess "$work/case ŵ of $name.fedcase" >"$folder/printed.txt"
        "$1" assess "$work/case ŵ of $name.fedcase" --format json --output "$folder/result.json"
        "$1" assess "$work/case ŵ of $name.fedcase" --format ics --output "$folder/plan.ics"
        for format in text html docx pdf; do
            "$1" assess "$work/case ŵ of $name.fedcase" --document all --format "$format" --output "$folder/$format" >/dev/null
        done
    done
    "$1" verify "$rules" | tr '\134' / >"$2/proof.txt" # a place in a file is named in the way of the system
}
results "$linux" "$work/linux" & # side by side
results "$windows" "$work/windows"
wait $!

files=$(find "$work/linux" -type f | wc -l)
cases=$(find "$examples" -name '*.fedcase' | wc -l)
# Printed, JSON, calendar; and in four forms six documents; the proof
least=$((cases * (3 + 4 * 6) + 1))
if [ "$files" -lt "$least" ]; then
    echo "Only $files files were made of $cases cases, not $least."
    exit 1
fi
diff -rq "$work/linux" "$work/windows" | head -n 40 | tee "$work/differences"
[ ! -s "$work/differences" ] || exit 1
grep '^Nothing was found that is not so' "$work/windows/proof.txt"
echo "$files files of $cases cases and of the rules: every byte is the same."
