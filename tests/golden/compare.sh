#!/bin/sh
# Compares what fedadvise prints with the golden files beside this script. UPDATE_GOLDEN=1 rewrites them; the commit says why
# they moved. The digest of the rule base is left out, so that a golden file moves only when words or results do.
# Usage: compare.sh FEDADVISE PROJECT
set -eu
fedadvise=$1
project=$2
golden=$project/tests/golden
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
faults=0
compared=0

# compare NAME ARGUMENTS...: the program's output against the golden file NAME.
compare() {
    name=$1
    shift
    if ! "$fedadvise" "$@" --rules "$project/rules" >"$work/raw" 2>"$work/messages"; then
        echo "$name: fedadvise failed:"
        cat "$work/messages"
        faults=$((faults + 1))
        return
    fi
    sed -E 's/[0-9a-f]{64}/DIGEST/g' "$work/raw" >"$work/$name"
    if [ "${UPDATE_GOLDEN:-0}" = 1 ]; then
        cp "$work/$name" "$golden/$name"
    fi
    compared=$((compared + 1))
    if ! diff -u "$golden/$name" "$work/$name" >"$work/difference" 2>&1; then
        echo "$name has changed:"
        head -40 "$work/difference"
        faults=$((faults + 1))
    fi
}

examples=$project/resources/examples
compare two-bridges.txt assess "$examples/two-bridges.fedcase"
compare two-bridges.json assess "$examples/two-bridges.fedcase" --format json
compare two-bridges.html assess "$examples/two-bridges.fedcase" --format html
compare align.txt align "$golden/hidden-veto.fedcase"
compare align.json align "$golden/hidden-veto.fedcase" --format json
compare align.html align "$golden/hidden-veto.fedcase" --format html
compare why-llp.txt why "$examples/northmoor.fedcase" llp
compare why-merger.txt why "$examples/brookvale-and-elmsfield.fedcase" partnership-merger
compare why-guarantee.json why "$examples/larkfield-pcn.fedcase" company-guarantee --format json
compare variants.txt variants "$examples/castle-road.fedcase"
compare variants.json variants "$examples/brookvale-and-elmsfield.fedcase" --format json
compare variant-why.txt why "$examples/castle-road.fedcase" joint-premises --variant v1

compare compare-models.txt compare "$examples/northmoor.fedcase" federation-company partnership-merger
compare compare-vehicles.json compare "$examples/larkfield-pcn.fedcase" company-shares cic-guarantee --format json

echo "$compared golden files compared, $faults changed."
[ "$faults" = 0 ]
