#!/bin/sh
# balance and diff from end to end: exit statuses, forms of the result, and what they say of a planted change.
# Usage: balance_and_diff_test.sh FEDADVISE SOURCE_FOLDER PYTHON
set -u

fedadvise=$1
source=$2
python=${3:-python3}
unset FEDADVISE_RULES

work=$(mktemp -d "${TMPDIR:-/tmp}/fedadvise diff Tŷ.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
rules=$source/rules
out=$work/out
err=$work/err
faults=0

fault()
{
    faults=$((faults + 1))
    printf 'FAULT: %s\n' "$*"
}

# run STATUS ARGUMENT...
run()
{
    expected=$1
    shift
    "$fedadvise" "$@" >"$out" 2>"$err"
    status=$?
    [ "$status" -eq "$expected" ] || fault "'$*' ends with $status, not $expected: $(head -n 3 "$err")"
}

# says TEXT: the result has it.
says()
{
    grep -qF -- "$1" "$out" || fault "the result does not say '$1'"
}

# complains TEXT: standard error has it.
complains()
{
    grep -qF -- "$1" "$err" || fault "standard error does not say '$1'"
}

# Balance: so few profiles leave options without a lead, which is a finding (1), not a failure.
run 1 balance "$rules" --profiles 20 --seed 3
says "of 20 random profiles, seed 3"
says "leads in no profile."
cp "$out" "$work/first"
run 1 balance "$rules" --profiles 20 --seed 3
cmp -s "$out" "$work/first" || fault "the same seed gives another table"
run 1 balance "$rules" --profiles 20 --format markdown
says "## All nations: 20 profiles"
run 1 balance "$rules" --profiles 20 --format json
"$python" - "$out" <<'PYTHON' || fault "the balance is not the JSON it should be"
import json, sys
result = json.load(open(sys.argv[1], encoding="utf-8"))
assert result["format"] == "federation-adviser balance" and result["balanced"] is False
assert [t["nation"] for t in result["tables"]] == ["all", "england", "wales", "scotland", "northern-ireland"]
assert sum(t["profiles"] for t in result["tables"][1:]) == result["tables"][0]["profiles"] == 20
PYTHON
run 3 balance "$work/nowhere"
run 2 balance "$rules" --profiles many
run 2 balance "$rules" --as-at tomorrow

# A rule base and itself.
run 0 diff "$rules" "$rules" --profiles 4
says "No outcome changes."

# A planted change is found, counted and named.
mkdir "$work/after"
cp "$rules"/*.xml "$work/after"
sed '/<rule id="PR52"/,/<\/rule>/s/strength="+[0-9]"/strength="-3"/' "$rules/pulls-practices.xml" >"$work/after/pulls-practices.xml"
run 0 diff "$rules" "$work/after" "$source/resources/examples" --profiles 40
says "rule PR52 changed: strength."
says "PR52: "
run 0 diff "$rules" "$work/after" "$source/resources/examples" --profiles 40 --format json
"$python" - "$out" <<'PYTHON' || fault "the comparison is not the JSON it should be"
import json, sys
result = json.load(open(sys.argv[1], encoding="utf-8"))
assert result["format"] == "federation-adviser diff"
assert [(p["kind"], p["id"], p["respects"]) for p in result["parts"]] == [("rule", "PR52", ["strength"])]
assert result["changed"]["all"] == len(result["cases"]) > 0
assert [t["id"] for t in result["through"]] == ["PR52"]
assert all(c["through"] == [{"kind": "rule", "id": "PR52"}] for c in result["cases"])
PYTHON

# A case that the new rule base refuses is said so, not dropped and not an error.
sed 's/"autonomy": "full"/"autonomy": "sovereign"/' "$source/resources/examples/five-valleys.fedcase" >"$work/odd.fedcase"
for file in "$rules"/questions-*.xml; do
    sed '/<question id="autonomy"/,/<\/question>/s/<option value="full"/<option value="sovereign"/' "$file" >"$work/after/$(basename "$file")"
done
for file in "$work"/after/*.xml; do
    sed 's/question="autonomy" is="full"/question="autonomy" is="sovereign"/g' "$file" >"$work/renamed" && mv "$work/renamed" "$file"
done
run 0 diff "$rules" "$work/after" "$work/odd.fedcase" --profiles 0
says "odd, under the rule base before:"

# What cannot be read.
run 3 diff "$rules" "$work/nowhere"
run 3 diff "$rules" "$rules" "$work/missing.fedcase" --profiles 0
complains "missing.fedcase"
mkdir "$work/empty"
run 3 diff "$rules" "$rules" "$work/empty"
complains "no case files"
run 2 diff "$rules"

[ "$faults" -eq 0 ] || exit 1
echo "balance and diff: all well"
