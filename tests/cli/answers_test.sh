#!/bin/sh
# invite, merge and rounds from end to end: exit statuses, files written or not, and what is said.
# Usage: answers_test.sh FEDADVISE SOURCE_FOLDER PYTHON
set -u

fedadvise=$1
source=$2
python=${3:-python3}
FEDADVISE_RULES=$source/rules
export FEDADVISE_RULES

work=$(mktemp -d "${TMPDIR:-/tmp}/fedadvise answers Tŷ.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
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
says()
{
    grep -qF -- "$1" "$out" || fault "the result does not say '$1'"
}
complains()
{
    grep -qF -- "$1" "$err" || fault "standard error does not say '$1'"
}
same()
{
    cmp -s "$1" "$2" || fault "$1 and $2 differ"
}

base=$work/base.fedcase
cp "$source/resources/examples/two-bridges.fedcase" "$base"

# The output may be one of the inputs; a case without an id gets one.
run 0 merge "$base" --id tb-1 --output "$base"
grep -qF '"id": "tb-1"' "$base" || fault "the case has no id"
run 2 merge "$base" --id tb-2 --output "$work/no.fedcase"
complains "tb-1"

# Invitations.
run 0 invite "$base" --practice p1 --questions 'readiness.*,list-size' --output "$work/p1.fedinvite"
run 0 invite "$base" --practice "East Bridge Surgery" --questions 'readiness.*,list-size'
same "$out" "$work/p1.fedinvite"
run 0 invite "$base" --practice p1 --format form --output "$work/form.html"
grep -qF 'East Bridge Surgery' "$work/form.html" || fault "the form has no practice"
run 2 invite "$base" --practice p9
complains "Its practices: p1 (East Bridge Surgery)"
run 2 invite "$base" --practice p1 --questions lmc
complains "answered once for the group"
run 2 invite "$base" --practice p1 --questions list-sise
complains "list-size"

# Responses of three people; Ann answers again in the second round, and one file belongs elsewhere.
mkdir "$work/in"
"$python" - "$work" <<'END' || fault "the responses could not be made"
import json, sys
work = sys.argv[1]
invitation = json.load(open(work + "/p1.fedinvite"))
def write(name, who, answered, value, note="", **others):
    response = dict(invitation, format="federation-adviser response", **others)
    response["respondent"] = {"id": "r-" + who, "name": who, "role": "partner", "answered": answered,
                              "answers": {"readiness.RR01": value}, "notes": {"readiness.RR01": note} if note else {}}
    json.dump(response, open(work + "/" + name, "w"))
write("in/ann1.fedresponse", "Ann", "2026-11-25T10:00:00Z", 2)
write("in/ann2.fedresponse", "Ann", "2026-12-25T10:00:00Z", 4, "we met", round=2)
write("in/bob.fedresponse", "Bob", "2026-11-25T10:00:00Z", 3)
write("in/cy.json", "Cy", "2026-11-25T10:00:00Z", 5)
write("stranger.fedresponse", "Di", "2026-11-25T10:00:00Z", 5, case={"id": "zz", "title": "Elsewhere"})
write("bob other.fedresponse", "Bob", "2026-11-25T10:00:00Z", 1)
END
run 0 merge "$work/in" "$base" --output "$work/all.fedcase"
says "1 case and 4 responses were merged; nothing is left to decide."
says "answered 1 time before"
run 0 merge "$work/in/cy.json" "$base" "$work/in/ann2.fedresponse" "$work/in/bob.fedresponse" --output "$work/some.fedcase"
run 0 merge "$work/in/ann1.fedresponse" "$work/some.fedcase" "$work/in/bob.fedresponse" --output "$work/steps.fedcase"
same "$work/all.fedcase" "$work/steps.fedcase"
run 0 merge "$work/all.fedcase"
same "$out" "$work/all.fedcase"
complains "nothing is left to decide"

# Rounds.
run 0 rounds "$work/all.fedcase"
says "Ann, partner"
says "Why: we met"
run 0 rounds "$work/all.fedcase" --anonymous --format json
grep -q "Ann" "$out" && fault "a name is shown"
says '"reason": "we met"'
"$python" -m json.tool "$out" >"$work/tidy" || fault "rounds give no JSON"

# Conflicts and strangers: status 1, and the rest is written.
run 1 merge "$work/all.fedcase" "$work/stranger.fedresponse" --output "$work/x.fedcase"
says "stranger.fedresponse: It answers another case"
same "$work/x.fedcase" "$work/all.fedcase"
run 1 merge "$work/all.fedcase" "$work/bob other.fedresponse" --format json --output "$work/x.fedcase"
"$python" -c 'import json, sys; r = json.load(open(sys.argv[1])); assert r["conflicts"][0]["values"][0]["files"] == ["bob other.fedresponse"], r' "$out" ||
    fault "the conflict is not reported"
run 0 assess "$work/x.fedcase"

# Files that cannot be read: every fault of every file, and nothing written unless the rest is asked for.
: >"$work/empty.fedresponse"
head -c 300 "$work/in/bob.fedresponse" >"$work/half.fedresponse"
run 3 merge "$base" "$work/in" "$work/empty.fedresponse" "$work/half.fedresponse" "$work/missing.fedcase" --output "$work/y.fedcase"
complains "empty.fedresponse:1:1: error"
complains "half.fedresponse:1:301: error"
complains "missing.fedcase"
[ -e "$work/y.fedcase" ] && fault "a case was written in spite of files that cannot be read"
run 1 merge "$base" "$work/in" "$work/empty.fedresponse" "$work/half.fedresponse" --leave-out-unreadable --output "$work/y.fedcase"
says "half.fedresponse"
same "$work/y.fedcase" "$work/all.fedcase"

# Different cases, no case, and a place that cannot be written.
sed 's/tb-1/tb-2/' "$base" >"$work/other.fedcase"
run 3 merge "$base" "$work/other.fedcase" --output "$work/z.fedcase"
complains "different cases"
[ -e "$work/z.fedcase" ] && fault "different cases were merged"
run 3 merge "$work/in" --output "$work/z.fedcase"
complains "None of the files is a case"
run 3 merge "$base" --output "$work/no/such/folder/z.fedcase"
run 2 merge
run 2 merge "$base" --format html

[ "$faults" -eq 0 ] && printf 'invite, merge and rounds: all as expected\n'
exit "$((faults > 0))"
