#!/bin/sh
# Rule packs and re-check from end to end: keys, signing, trust, refusals, going back, and what a case says of it.
# Usage: rules_test.sh FEDADVISE SOURCE_FOLDER PYTHON
set -u

fedadvise=$1
source=$2
python=${3:-python3}

work=$(mktemp -d "${TMPDIR:-/tmp}/fedadvise rules Tŷ.XXXXXX") || exit 1
trap 'rm -rf "$work"' EXIT
unset FEDADVISE_RULES
FEDADVISE_HOME=$work/home
export FEDADVISE_HOME
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
    grep -qF -- "$1" "$out" || fault "the result does not say '$1': $(head -n 5 "$out")"
}
complains()
{
    grep -qF -- "$1" "$err" || fault "standard error does not say '$1': $(head -n 5 "$err")"
}

# rules_of_version VERSION FOLDER: the shipped rules under another version, with one rule more
rules_of_version()
{
    cp -r "$source/rules" "$2"
    "$python" - "$2" "$1" <<'END'
import re, sys
folder, version = sys.argv[1:]
path = folder + "/rulebase.xml"
text = open(path, encoding="utf-8").read()
text = re.sub(r'(<rulebase id="[^"]*" version=")[^"]*"', r"\g<1>" + version + '"', text, count=1)
text = text.replace("  <edition ", '  <edition version="%s" date="2026-11-25"><text>A law was changed for the test.</text></edition>\n  <edition ' % version, 1)
open(path, "w", encoding="utf-8", newline="").write(text)
path = folder + "/constraints.xml"
text = open(path, encoding="utf-8").read()
rule = '''<rule id="ZZ-01" title="No federation company any more" tag="verified" nations="england">
    <when><test question="jurisdiction" is="england"/></when><exclude on="federation-company"/><law>A law made for this test</law>
    <text>A law made for this test bars federation companies in England, says version %s.</text>
    <reason>The test needs a change that nobody can overlook.</reason><source ref="LS41"/></rule>
</rulebase>''' % version
open(path, "w", encoding="utf-8", newline="").write(text.replace("</rulebase>", rule))
END
}
in_use() { "$fedadvise" rules list 2>/dev/null | sed -n 's/^\* \([^ ]*\) .*/\1/p'; }
expect_in_use()
{
    [ "$(in_use)" = "$1" ] || fault "the rules in use are $(in_use), not $1"
}

shipped=$(sed -n 's/^<rulebase id="[^"]*" version="\([^"]*\)".*/\1/p' "$source/rules/rulebase.xml")
rules_of_version 9.1.0 "$work/rules 9.1"
rules_of_version 9.2.0 "$work/rules 9.2"
case=$source/resources/examples/five-valleys.fedcase

# --- Keys -------------------------------------------------------------------------------------------------------------

run 0 rules key --publisher "Canolfan Tŷ Gwyn" --output "$work/centre.fedsecret"
says "Fingerprint"
run 3 rules key --publisher "Canolfan Tŷ Gwyn" --output "$work/centre.fedsecret"
complains "a key is never overwritten"
run 2 rules key --output "$work/other"
run 0 rules key --publisher "Stranger" --output "$work/stranger"
case $(ls -l "$work/centre.fedsecret") in
    -rw-------*) ;;
    *) [ -n "${FEDADVISE_WINE:-}" ] || fault "others can read the signing key" ;;
esac
fingerprint=$(sed -n 's/^fingerprint: //p' "$work/centre.fedkey")

# --- Packing and signing ----------------------------------------------------------------------------------------------

run 0 rules pack "$work/rules 9.1" --output "$work/91.fedrules"
complains "cases expect, the first in"
run 0 rules pack "$source/rules" --output "$work/shipped.fedrules"
[ ! -s "$err" ] || fault "packing the shipped rules is complained of: $(head -n 3 "$err")"
mkdir "$work/no cases" && cp "$source"/rules/*.xml "$work/no cases/"
run 0 rules pack "$work/no cases" --output "$work/shipped.fedrules"
complains "nothing was tried"
run 1 rules verify "$work/91.fedrules"
says "Signed by: nobody."
run 1 rules install "$work/91.fedrules"
complains "is not signed"
run 3 rules sign "$work/91.fedrules" --key "$work/centre.fedkey"
complains "cannot sign"
run 0 rules sign "$work/91.fedrules" --key "$work/centre.fedsecret"
run 1 rules verify "$work/91.fedrules"
says "Canolfan Tŷ Gwyn, key $fingerprint"
says "You have not used rules by Canolfan Tŷ Gwyn yet"
run 0 rules pack "$work/rules 9.1" --key "$work/centre.fedsecret" --output "$work/again.fedrules"
cmp -s "$work/91.fedrules" "$work/again.fedrules" || fault "packing and signing twice gives other bytes"
run 3 rules pack "$source/tests" --output "$work/none.fedrules"
[ ! -e "$work/none.fedrules" ] || fault "a pack without rules was written"
run 3 rules pack "$work/nowhere" --output "$work/none.fedrules"
run 0 rules unpack "$work/91.fedrules" --output "$work/unpacked"
[ -z "$(diff -rq "$work/rules 9.1" "$work/unpacked")" ] || fault "unpacked rules differ"
run 3 rules unpack "$work/91.fedrules" --output "$work/unpacked"

# --- Installing: a stranger is not trusted, and one byte is enough to be refused ----------------------------------------

expect_in_use "$shipped"
run 1 rules install "$work/91.fedrules"
complains "Then install the pack once with --trust"
run 1 rules install "$work/91.fedrules" --trust "$(sed -n 's/^fingerprint: //p' "$work/stranger.fedkey")"
complains "signed by another key than the one you trust"
expect_in_use "$shipped"
run 0 rules install "$work/91.fedrules" --trust "$fingerprint"
expect_in_use 9.1.0
run 0 rules install "$work/91.fedrules"
says "are those in use"
run 0 rules pack "$work/rules 9.2" --key "$work/centre.fedsecret" --output "$work/92.fedrules"
"$python" - "$work/92.fedrules" "$work" <<'END'
import sys
data = open(sys.argv[1], "rb").read()
for name, at in (("first", 0), ("middle", len(data) // 2), ("seal", len(data) - 20), ("last", len(data) - 1)):
    changed = bytearray(data)
    changed[at] ^= 1
    open("%s/%s.fedrules" % (sys.argv[2], name), "wb").write(changed)
open(sys.argv[2] + "/short.fedrules", "wb").write(data[:-1000])
open(sys.argv[2] + "/empty.fedrules", "wb").write(b"")
END
for bad in first middle seal last short empty; do
    run 3 rules install "$work/$bad.fedrules"
    [ "$(wc -l <"$err")" -ge 2 ] || fault "no reason and advice for $bad"
    run 3 rules verify "$work/$bad.fedrules"
    expect_in_use 9.1.0
done
run 0 rules pack "$work/rules 9.2" --key "$work/stranger.fedsecret" --output "$work/strange.fedrules"
run 1 rules install "$work/strange.fedrules"
expect_in_use 9.1.0

# --- Using ------------------------------------------------------------------------------------------------------------

run 0 assess "$case" --format json
says '"version": "9.1.0"'
says "says version 9.1.0"
run 0 assess "$case" --rules "$work/92.fedrules" --format json
says '"version": "9.2.0"'
run 3 assess "$case" --rules "$work/middle.fedrules"
run 0 diff "$source/rules" "$work/91.fedrules" "$case" --profiles 0
says "ZZ-01"
run 0 rules install "$work/92.fedrules"
expect_in_use 9.2.0
run 1 rules install "$work/91.fedrules"
complains "older than the version 9.2.0"
run 0 rules list --format json
"$python" - "$out" <<'END' || fault "the list is not as JSON should be"
import json, sys
rules = json.load(open(sys.argv[1], encoding="utf-8"))
assert [r["version"] for r in rules["rules"] if r["in-use"]] == ["9.2.0"]
assert [r["shipped"] for r in rules["rules"]] == [True, False, False]
assert [p["name"] for p in rules["publishers"]] == ["Canolfan Tŷ Gwyn"]
END
run 0 rules rollback
expect_in_use 9.1.0
run 0 rules rollback 9.2.0
run 0 rules rollback shipped
expect_in_use "$shipped"
run 1 rules rollback 8.0.0
run 0 rules rollback
expect_in_use 9.2.0

# --- A pack that is damaged where it is kept: the last good one stays ---------------------------------------------------

for pack in "$FEDADVISE_HOME"/rule-packs/packs/*.fedrules; do
    if "$fedadvise" rules verify "$pack" | grep -q "collaboration 9\.2\.0"; then
        printf 'x' >>"$pack"
    fi
done
run 0 assess "$case" --format json
complains "The last good rules are used instead"
says '"version": "9.1.0"'
run 0 rules list
complains "cannot be used"

# --- A key that was stolen ----------------------------------------------------------------------------------------------

run 0 rules install "$work/strange.fedrules" --trust "$(sed -n 's/^fingerprint: //p' "$work/stranger.fedkey")"
expect_in_use 9.2.0
run 1 rules distrust 0000
complains "rules list"
run 0 rules distrust "$(sed -n 's/^fingerprint: //p' "$work/stranger.fedkey")"
says "The key of Stranger is not trusted any more."
says "The rules 9.1.0 are in use."
run 0 assess "$case" --format json
[ ! -s "$err" ] || fault "every call complains of a key that was distrusted on purpose: $(head -n 3 "$err")"
says '"version": "9.1.0"'
run 1 rules install "$work/strange.fedrules"
complains "You stopped trusting this key of Stranger"
expect_in_use 9.1.0

# --- Re-check ---------------------------------------------------------------------------------------------------------

cp "$case" "$work/one case.fedcase"
run 1 recheck "$work/one case.fedcase"
complains "does not say which rules"
run 0 rules rollback shipped
run 0 recheck "$work/one case.fedcase" --accept
grep -q '"judged"' "$work/one case.fedcase" || fault "the case does not name its rules"
run 0 recheck "$work/one case.fedcase"
says "Nothing has changed"
run 0 rules rollback 9.1.0
run 0 recheck "$work/one case.fedcase"
says "Ruled out"
says "(ZZ-01)"
says "A law was changed for the test."
run 0 recheck "$work/one case.fedcase" --format json
says "A law made for this test bars federation companies in England, says version 9.1.0."
for format in json html docx pdf; do
    run 0 recheck "$work/one case.fedcase" --format "$format" --output "$work/recheck.$format"
    [ -s "$work/recheck.$format" ] || fault "no re-check as $format"
done
run 0 assess "$work/one case.fedcase"
run 0 recheck "$work/one case.fedcase" --accept
run 0 recheck "$work/one case.fedcase"
says "Nothing has changed"

[ "$faults" -eq 0 ] || {
    printf '%s faults\n' "$faults"
    exit 1
}
echo "Rule packs and re-check: all as it should be"
