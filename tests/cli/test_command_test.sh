#!/bin/sh
# fedadvise test from end to end: what holds, what fails, what cannot be read, coverage, changed rules, accepted cases.
# Usage: test_command_test.sh FEDADVISE SOURCE_FOLDER PYTHON
set -u

fedadvise=$1
source=$2
python=${3:-python3}
unset FEDADVISE_RULES

work=$(mktemp -d "${TMPDIR:-/tmp}/fedadvise test Tŷ.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
out=$work/out
err=$work/err
checks=0
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
    command="fedadvise test $*"
    "$fedadvise" test "$@" >"$out" 2>"$err"
    status=$?
    checks=$((checks + 1))
    if [ "$status" -ne "$expected" ]; then
        fault "'$command' ends with $status, not $expected"
        head -n 5 "$err"
    fi
}

# says FILE TEXT
says()
{
    checks=$((checks + 1))
    grep -qF -- "$2" "$1" || fault "'$command' does not say: $2"
}

rules=$work/rules
cp -R "$source/rules" "$rules"
rm -rf "$rules/cases"
mkdir "$rules/cases"

run 3 "$rules"
says "$err" "There is no *.fedtest file in the folder."

printf 'Case: An LLP is no contract holder\njurisdiction: england\ncore-contract-moves: yes\nMust be ruled out: llp by HC-01\n' >"$rules/cases/law.fedtest"
run 0 "$rules"
says "$out" "1 case with 1 expectation: all hold."
says "$out" "rules that were true"
run 0 "$rules" "$rules/cases/law.fedtest"
run 0 "$rules" --coverage
says "$out" "not: HC-02"

printf 'Case: A wish\nBecause: We hope so.\njurisdiction: england\ncore-contract-moves: yes\nMust lead: llp\nMust not be shown: llp\n' >"$work/wish.fedtest"
run 1 "$rules" "$work/wish.fedtest"
says "$out" "wish.fedtest:1: the case 'A wish' does not hold."
says "$out" "Because: We hope so."
says "$out" "line 5: Must lead: llp"
says "$out" "But llp is ruled out by HC-01."
run 1 "$rules" "$work/wish.fedtest" --format json
says "$out" '"expected": "Must lead: llp"'
"$python" -c 'import json, sys; json.load(open(sys.argv[1], encoding="utf-8"))' "$out" || fault "'$command' prints no JSON"
run 1 "$rules" "$work/wish.fedtest" --output "$work/result.txt"
[ -s "$out" ] && fault "'$command' prints something beside its file"
says "$work/result.txt" "does not hold"

printf 'Case: Slips\njurisdiction: englend\nMust led: llp\n' >"$work/slips.fedtest"
run 3 "$rules" "$work/slips.fedtest"
says "$err" "slips.fedtest:2:"
says "$err" "Did you mean 'england'?"
says "$err" "slips.fedtest:3:"
says "$err" "Did you mean 'Must lead'?"
[ -s "$out" ] && fault "'$command' prints a result beside its complaint"
run 3 "$rules" "$work/none.fedtest"
run 3 "$work/none"
run 2 --format pdf
run 2 "$rules" --stride 0

run 0 --explain
says "$out" "Must be ruled out: OPTION by RULE"

# One case notices hardly any change of a rule.
run 1 "$rules" --mutation --stride 400
says "$out" "nobody notices when"
says "$out" "The cases written by hand alone notice"
run 0 "$rules" --mutation --stride 400 --least 0 --format json
says "$out" '"survivors"'

# A generated case that has changed is named, and rewritten when that is what was meant.
mkdir "$rules/cases/generated"
printf 'Case: Guard\njurisdiction: england\ncore-contract-moves: no\nMust be ruled out: llp by HC-01\n' >"$rules/cases/generated/guard.fedtest"
run 1 "$rules"
says "$out" "the case 'Guard' has changed."
run 0 "$rules" --accept
says "$out" "the case 'Guard' has changed."
run 0 "$rules"
says "$out" "2 cases (1 written by hand, 1 generated)"
printf 'Case: Wrong\nMust hold: HC-01\n' >"$rules/cases/wrong.fedtest"
run 1 "$rules" --accept
command="the accepted file"
says "$rules/cases/generated/guard.fedtest" "Must not hold: HC-01"
says "$rules/cases/law.fedtest" "Must be ruled out: llp by HC-01"

rm "$rules/cases/wrong.fedtest"
printf 'Case: Gone\nMust hold: HC-000\n' >"$rules/cases/generated/gone.fedtest"
run 3 "$rules"
says "$err" "--generate writes them anew"

echo "$checks checks, $faults faults"
[ "$faults" -eq 0 ]
