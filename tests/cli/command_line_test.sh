#!/bin/sh
# The command line from end to end: exit statuses, streams, forms of the result, rules, dates, and paths that are not ASCII.
# Usage: command_line_test.sh FEDADVISE SOURCE_FOLDER PYTHON
set -u

fedadvise=$1
source=$2
python=${3:-python3}
here=$source/tests/cli
examples=$source/resources/examples
example=$examples/five-valleys.fedcase
unset FEDADVISE_RULES

work=$(mktemp -d "${TMPDIR:-/tmp}/fedadvise cli Tŷ.XXXXXX") || exit 1
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

# run STATUS ARGUMENT...: leaves the streams in $out and $err.
run()
{
    expected=$1
    shift
    command="fedadvise $*"
    "$fedadvise" "$@" >"$out" 2>"$err"
    status=$?
    checks=$((checks + 1))
    if [ "$status" -ne "$expected" ]; then
        fault "'$command' ends with $status, not $expected"
        head -n 5 "$err"
    fi
}

# good ARGUMENT...: status 0, a result on standard output, nothing on standard error.
good()
{
    run 0 "$@"
    [ -s "$out" ] || fault "'$command' prints no result"
    if [ -s "$err" ]; then
        fault "'$command' complains:"
        head -n 5 "$err"
    fi
}

# bad STATUS ARGUMENT...: that status, a complaint on standard error, nothing on standard output.
bad()
{
    run "$@"
    [ -s "$err" ] || fault "'$command' does not say what is wrong"
    if [ -s "$out" ]; then
        fault "'$command' prints a result beside its complaint:"
        head -n 5 "$out"
    fi
}

# says STREAM TEXT
says()
{
    checks=$((checks + 1))
    grep -qF -- "$2" "$1" || fault "'$command' does not say: $2"
}

# says_not STREAM TEXT
says_not()
{
    checks=$((checks + 1))
    if grep -qF -- "$2" "$1"; then fault "'$command' says: $2"; fi
}

# same FILE FILE WHAT
same()
{
    checks=$((checks + 1))
    cmp -s "$1" "$2" || fault "$3"
}

parses()
{
    checks=$((checks + 1))
    "$python" -m json.tool "$1" /dev/null 2>"$work/parse" || fault "'$command' gives no JSON: $(cat "$work/parse")"
}

# result_of FILE [DATE]: all that design.md section 3 promises of a result.
result_of()
{
    checks=$((checks + 1))
    "$python" "$here/check_result.py" "$@" 2>"$work/parse" || fault "'$command': $(cat "$work/parse")"
}

# --- version and help ---------------------------------------------------------------------------------------------------
version=$(sed -n 's/^project(.* VERSION \([0-9.]*\).*/\1/p' "$source/CMakeLists.txt")
good --version
[ "$(cat "$out")" = "fedadvise $version" ] || fault "--version says '$(cat "$out")', but project() in CMakeLists.txt says '$version'"

good --help
for word in assess why compare questions check --version "Exit status"; do says "$out" "$word"; done
for row in "assess:CASE --format --output --rules --as-at text json html" "why:CASE OPTION --format --output --rules --as-at text json" \
    "compare:CASE OPTION --format --output --rules --as-at text json" \
    "questions:--format --output text json" "check:RULES --format --output text json" \
    "book:RULES --output"; do
    good "${row%%:*}" --help
    says "$out" "Exit status"
    for word in ${row#*:}; do says "$out" "$word"; done
done

# --- what comes along to be read ----------------------------------------------------------------------------------------
good about
says "$out" "$version"
for topic in scope accessibility licences; do says "$out" "fedadvise about $topic"; done
for topic in scope accessibility licences; do
    good about "$topic"
    cp "$out" "$work/$topic"
done
grep -q "not a medical device" "$work/scope" || fault "the statement of scope does not say that this is no medical device"
grep -q "No person who uses a screen reader" "$work/accessibility" || fault "the accessibility statement does not say what was not tried"
grep -q "wxWidgets" "$work/licences" || fault "the licences do not name wxWidgets"
bad 2 about nonsense

# --- wrong usage --------------------------------------------------------------------------------------------------------
bad 2
says "$err" "fedadvise --help"
bad 2 nonsense
bad 2 --nonsense
bad 2 assess
bad 2 assess "$example" --format nonsense
bad 2 assess "$example" --nonsense
bad 2 assess "$example" "$example"
bad 2 assess "$example" --output
bad 2 assess "$example" --format
bad 2 why "$example"
bad 2 why "$example" federation-company --format html
bad 2 check --format nonsense
bad 2 questions extra
bad 2 book --format json
for day in tomorrow 2026-02-30 2026-13-01 22/11/2026 2026-1-1 20261122 9999-01-01; do
    bad 2 assess "$example" --as-at "$day"
    says "$err" "$day"
    says "$err" 2026-11-22
done

# --- assess -------------------------------------------------------------------------------------------------------------
good assess "$example"
says "$out" "Five Valleys"
cp "$out" "$work/plain.txt"
good assess "$example" --format text
same "$out" "$work/plain.txt" "text is not the form without --format"

for case in "$examples"/*.fedcase; do
    good assess "$case" --format json
    parses "$out"
    result_of "$out"
done

good assess "$example" --format json
result_of "$out" 2026-11-22
cp "$out" "$work/once.json"
good assess "$example" --format json
same "$out" "$work/once.json" "the same case does not give the same JSON twice"
good assess "$example" --format html
cp "$out" "$work/once.html"
good assess "$example" --format html
same "$out" "$work/once.html" "the same case does not give the same HTML twice"
checks=$((checks + 1))
head -n 1 "$out" | grep -qi '<!doctype html>' || fault "the HTML does not begin with its doctype"
says "$out" "Five Valleys"
says "$out" "</html>"
says "$out" 'lang="en'
for word in '<script' 'src="http' 'url(http' '<link'; do says_not "$out" "$word"; done

# --- documents ----------------------------------------------------------------------------------------------------------
for document in summary plan practices brief commissioner full; do
    good assess "$example" --document "$document"
    says "$out" "not legal, tax or pensions advice"
    for format in html docx pdf; do
        run 0 assess "$example" --document "$document" --format "$format" --output "$work/document.$format"
        run 0 assess "$example" --document "$document" --format "$format" --output "$work/again.$format"
        same "$work/document.$format" "$work/again.$format" "the same case does not give the same $document twice ($format)"
    done
    checks=$((checks + 2))
    head -c 5 "$work/document.pdf" | grep -q '%PDF-' || fault "the PDF of $document is none"
    head -c 2 "$work/document.docx" | grep -q 'PK' || fault "the DOCX of $document is none"
done
good assess "$example" --format ics --start 2027-01-04
says "$out" "BEGIN:VCALENDAR"
says "$out" "DTSTART;VALUE=DATE:2027"
bad 2 assess "$example" --format ics --start 2027-13-04
bad 2 assess "$example" --format ics --document brief
bad 2 assess "$example" --format json --document brief
bad 2 assess "$example" --document all
bad 2 assess "$example" --document memo
bad 2 assess "$examples/hilltop.fedcase" --document practices
bad 3 assess "$work/missing.fedcase" --document all --output "$work/never"
if [ -e "$work/never" ]; then fault "a failed command makes its folder"; fi
run 0 assess "$example" --document all --format html --output "$work/évery document"
checks=$((checks + 1))
[ "$(find "$work/évery document" -type f | wc -l)" -eq 7 ] || fault "--document all does not write six documents and the dates"

# --- output -------------------------------------------------------------------------------------------------------------
for format in text json html; do
    good assess "$example" --format "$format"
    cp "$out" "$work/expected"
    run 0 assess "$example" --format "$format" --output "$work/the résult €.$format"
    if [ -s "$out" ] || [ -s "$err" ]; then fault "'$command' prints something beside its file"; fi
    same "$work/the résult €.$format" "$work/expected" "--output does not write what is printed without it ($format)"
done
run 0 questions --format json -o "$work/questions.json"
if [ -s "$out" ]; then fault "'$command' prints something beside its file"; fi
parses "$work/questions.json"
bad 3 assess "$example" --output "$work/no/such/folder/x.txt"
bad 3 assess "$example" --output "$work"
bad 3 assess "$work/missing.fedcase" --output "$work/never.txt"
if [ -e "$work/never.txt" ]; then fault "a failed command writes its --output"; fi
if [ -c /dev/full ]; then
    checks=$((checks + 1))
    "$fedadvise" assess "$example" >/dev/full 2>"$err"
    status=$?
    [ "$status" -eq 3 ] || fault "a full disk behind standard output ends with $status, not 3"
    [ -s "$err" ] || fault "a full disk behind standard output is not reported"
fi

# --- dates --------------------------------------------------------------------------------------------------------------
good assess "$example" --format json --as-at 2031-05-06
result_of "$out" 2031-05-06
good why "$example" federation-company --format json --as-at 2031-05-06
says "$out" '"as-at": "2031-05-06"'
printf '{"format":"federation-adviser case","version":1}\n' >"$work/empty case.fedcase"
before=$(date -u +%Y-%m-%d)
good assess "$work/empty case.fedcase" --format json
after=$(date -u +%Y-%m-%d)
checks=$((checks + 1))
if ! "$python" "$here/check_result.py" "$out" "$before" 2>/dev/null && ! "$python" "$here/check_result.py" "$out" "$after" 2>"$work/parse"; then
    fault "a case without a date is not judged by the law of today: $(cat "$work/parse")"
fi

# --- why ----------------------------------------------------------------------------------------------------------------
good why "$example" informal-network
says "$out" "Informal network"
good why "$example" cic-guarantee
good why "$example" cic-guarantee --format json
parses "$out"
says "$out" '"federation-adviser why"'
says "$out" '"none-up-to"'
good why "$example" federation-company
says "$out" "What would change that"
says "$out" "Federation company would be open to you if two answers were different together."
good why "$example" federation-company --most-cases 1000
bad 2 why "$example" federation-company --most-cases 0
bad 2 why "$example" federation-company --most-cases many
good assess "$example"
says "$out" "What could change this, and how firm it is"
good assess "$example" --format json
says "$out" '"still-decides"'
says "$out" '"first-in-thousand"'
for option in $("$python" -c 'import json, sys
result = json.load(open(sys.argv[1], encoding="utf-8"))
print(*[option["id"] for option in result["models"] + result["vehicles"]])' "$work/once.json"); do
    good why "$example" "$option"
done
bad 2 why "$example" federation-compny
says "$err" "Did you mean 'federation-company'?"
bad 2 why "$example" nothing-like-it-at-all
says "$err" "informal-network"
says "$err" "cic-guarantee"
bad 2 why "$example" ""

# --- compare ------------------------------------------------------------------------------------------------------------
good compare "$example" federation-company informal-network
says "$out" "Side by side: Federation company and Informal network"
for aspect in "Who decides" "Who carries the risk" "Who may hold which contract" "NHS pension" "VAT and tax" "Profit and assets" "Running it" "Undoing it" \
    "Time to set up" "A star marks"; do says "$out" "$aspect"; done
good compare "$example" cic-guarantee company-shares llp partnership
good compare "$example" federation-company informal-network pcn --format json
parses "$out"
checks=$((checks + 1))
"$python" - "$out" <<'PYTHON' || fault "the JSON of compare lacks something"
import json, sys
result = json.load(open(sys.argv[1], encoding="utf-8"))
assert result["format"] == "federation-adviser comparison" and result["version"] == 1 and result["kind"] == "models"
ids = [option["id"] for option in result["options"]]
assert ids == ["federation-company", "informal-network", "pcn"], ids
assert len(result["rows"]) == 9
marked = 0
for row in result["rows"]:
    assert row["aspect"] and row["name"] and row["answers"], row
    assert [cell["option"] for cell in row["cells"]] == ids
    for cell in row["cells"]:
        assert cell["text"].endswith(".") and cell["sources"], cell
        for finding in cell["findings"]:
            assert finding["kind"] in ("for", "against", "ruled-out-by", "not-yet") and finding["rule"], finding
            assert set(finding["because"]) & {answer["question"] for answer in row["answers"]}, finding
        marked += len(cell["findings"])
assert marked > 0
PYTHON
run 0 compare "$example" llp partnership --output "$work/compared.txt"
if [ -s "$out" ]; then fault "'$command' prints something beside its file"; fi
says "$work/compared.txt" "Side by side"
good compare "$example" llp partnership --format json --rules "$source/rules" --as-at 2031-05-06
says "$out" '"as-at": "2031-05-06"'
bad 2 compare "$example"
bad 2 compare "$example" federation-company
says "$err" "Name two, three or four"
bad 2 compare "$example" federation-company informal-network pcn pcn-company lead-practice
says "$err" "More than four"
bad 2 compare "$example" federation-compny informal-network
says "$err" "Did you mean 'federation-company'?"
bad 2 compare "$example" nothing-like-it-at-all informal-network
says "$err" "cic-guarantee"
bad 2 compare "$example" llp llp
says "$err" "twice"
bad 2 compare "$example" llp informal-network
says "$err" "vehicles only"
bad 2 compare "$example" "" llp
bad 2 compare "$example" llp partnership --format html
bad 2 compare "$example" llp partnership --as-at tomorrow
bad 3 compare "$work/missing.fedcase" llp partnership
# Variants
with=$examples/castle-road.fedcase
# Where the practices stand: the same for every order of practices, alone and as a part of the assessment.
split=$source/tests/golden/hidden-veto.fedcase
good align "$split"
head -n 8 "$out" | grep -q '^\* There is one dissenter and with it a hidden veto' || fault "align does not begin with what matters"
good align "$split" --format html
good align "$split" --format json
cp "$out" "$work/align.json"
"$python" - "$split" "$work/reversed.fedcase" <<'SCRIPT'
import json, sys
case = json.load(open(sys.argv[1], encoding="utf-8"))
case["practices"].reverse()
json.dump(case, open(sys.argv[2], "w", encoding="utf-8"))
SCRIPT
good align "$work/reversed.fedcase" --format json
cmp -s "$out" "$work/align.json" || fault "align depends on the order of the practices"
good assess "$split" --format json
"$python" -c 'import json, sys
one, other = (json.load(open(name, encoding="utf-8"))["alignment"] for name in sys.argv[1:])
sys.exit(one != other)' "$out" "$work/align.json" || fault "assess and align say different things"
bad 2 align "$split" --format pdf
bad 3 align "$work/no such file.fedcase"

good variants "$with"
says "$out" "If the commissioner is against it, "
says "$out" "If Moat House Surgery leaves (v2)"
good variants "$with" --format json
says "$out" '"format": "federation-adviser variants"'
good variants "$with" --as-at 2031-05-06
says "$out" "6 May 2031"
good variants "$example"
says "$out" "The case has no variants."
good assess "$with" --format json
"$python" "$here/check_result.py" "$out" || fault "the result with variants is not as promised"
says "$out" '"variants": ['
good assess "$with" --format json --variant v1
"$python" "$here/check_result.py" "$out" || fault "the result of a variant is not as promised"
says "$out" '"variant": {'
says_not "$out" '"variants": ['
good assess "$with" --variant v1
says "$out" "This is about the variant"
good why "$with" joint-premises --variant v1
says "$out" "This is about the variant"
bad 2 assess "$with" --variant v7
says "$err" "v1 (If the commissioner is against it), v2 (If Moat House Surgery leaves)"
bad 2 why "$with" joint-premises --variant v7
says "$err" "v2 (If Moat House Surgery leaves)"
bad 2 assess "$example" --variant v1
says "$err" "It has none at all."
bad 2 variants "$with" --format html
bad 2 variants
bad 3 variants "$work/missing.fedcase"

# --- the book -----------------------------------------------------------------------------------------------------------
good book
for word in "<!DOCTYPE html>" "rule-HC-01" "Signatures for each part"; do says "$out" "$word"; done
bad 3 book "$work/no such folder"
bad 3 book --output "$work/no such folder/book.html"

# --- questions ----------------------------------------------------------------------------------------------------------
good questions
for word in jurisdiction list-size motive.workforce purpose.training readiness.RR01 unknown "Why we ask"; do says "$out" "$word"; done
good questions --format json
parses "$out"
checks=$((checks + 1))
"$python" - "$out" <<'PYTHON' || fault "the JSON of questions lacks something"
import json, sys
questions = json.load(open(sys.argv[1], encoding="utf-8"))["questions"]
assert len(questions) == len({q["id"] for q in questions}) > 100
for q in questions:
    for key in ("id", "scope", "kind", "values", "prompt", "why"):
        assert q[key], (q["id"], key)
    assert q["scope"] in ("group", "practice", "practice-or-group", "respondent"), q
    assert q["values"][-1]["value"] == "unknown", q
PYTHON

# --- cases that cannot be read ------------------------------------------------------------------------------------------
bad 3 assess "$work/missing.fedcase"
says "$err" "missing.fedcase"
says "$err" "[file.missing]"
bad 3 assess "$work"
bad 3 assess ""
bad 3 why "$work/missing.fedcase" federation-company
: >"$work/nothing.fedcase"
bad 3 assess "$work/nothing.fedcase"
printf '{"format": "federation-adviser case", "version": 1,\n "title": "x"' >"$work/cut.fedcase"
bad 3 assess "$work/cut.fedcase"
says "$err" "cut.fedcase:2:"
says "$err" "[casefile.malformed-json]"
printf '{"format": "federation-adviser case", "version": 1, "title": "caf\351"}' >"$work/latin.fedcase"
bad 3 assess "$work/latin.fedcase"
says "$err" "[casefile.not-utf8]"
cat >"$work/faulty.fedcase" <<'CASE'
{ "format": "federation-adviser case", "version": 1,
  "group": { "answers": { "jurisdicton": "england",
                          "motive.workforce": 7,
                          "contiguous": true } } }
CASE
for format in text json html; do
    bad 3 assess "$work/faulty.fedcase" --format "$format"
    says "$err" "faulty.fedcase:2:"
    says "$err" "Did you mean 'jurisdiction'?"
    says "$err" "faulty.fedcase:3:"
    says "$err" "[casefile.out-of-range]"
    says "$err" "faulty.fedcase:4:"
    says "$err" "[casefile.wrong-type]"
done
bad 3 why "$work/faulty.fedcase" federation-company

# A warning comes with a result, and not in it.
printf '{"format": "federation-adviser case", "version": 2, "zz-new": {"a": []}}' >"$work/newer.fedcase"
run 0 assess "$work/newer.fedcase" --format json --as-at 2026-11-22
says "$err" "[casefile.newer-version]"
result_of "$out" 2026-11-22

# --- names that are not ASCII, and hostile ones -------------------------------------------------------------------------
cp "$example" "$work/Meddygfa Tŷ Gwyn – caso n° 1.fedcase"
good assess "$work/Meddygfa Tŷ Gwyn – caso n° 1.fedcase" --format json
same "$out" "$work/once.json" "the name of the file changes the result"
cat >"$work/hostile.fedcase" <<'CASE'
{ "format": "federation-adviser case", "version": 1, "title": "<script>alert(1)</script>", "as-at": "2026-11-22",
  "group": { "answers": { "jurisdiction": "england" }, "notes": { "jurisdiction": "\u001b[31m<b>\" & ' {x}</b>\u0000" } },
  "practices": [ { "id": "p1", "name": "\"><img src=x onerror=alert(1)>", "answers": { "list-size": 5000, "pcn-name": "<i>\u001b[0m" } } ] }
CASE
escape=$(printf '\033')
for format in text json html; do
    good assess "$work/hostile.fedcase" --format "$format"
    says_not "$out" "$escape"
done
says_not "$out" "<script>alert"
says_not "$out" "<img src=x"
good assess "$work/hostile.fedcase" --format json
result_of "$out"

# --- rules --------------------------------------------------------------------------------------------------------------
good assess "$example" --format json --rules "$source/rules"
same "$out" "$work/once.json" "--rules with the shipped rules changes the result"
cp -R "$source/rules" "$work/rules copié"
good assess "$example" --format json --rules "$work/rules copié"
same "$out" "$work/once.json" "the folder's name changes the result"
FEDADVISE_RULES=$work/none
export FEDADVISE_RULES
bad 3 assess "$example"
good assess "$example" --format json --rules "$source/rules"
unset FEDADVISE_RULES
bad 3 assess "$example" --rules "$work/none"
bad 3 questions --rules "$work/none"
bad 3 check "$work/none"
mkdir "$work/empty"
bad 3 assess "$example" --rules "$work/empty"
bad 3 check "$work/empty"
bad 3 check "$example"

good check
says "$out" "No faults"
good check "$source/rules"
good check --format json
parses "$out"
says "$out" '"faults": []'

printf '<?xml version="1.0"?>\n<rulebase>\n  <nonsense/>\n</rulebase>\n' >"$work/rules copié/zz-broken.xml"
run 1 check "$work/rules copié"
says "$out" "zz-broken.xml:3:"
says "$out" "1 fault."
if [ -s "$err" ]; then fault "'$command' puts faults, its result, on standard error"; fi
run 1 check "$work/rules copié" --format json
parses "$out"
says "$out" '"line": 3'
run 1 check "$work/rules copié" --output "$work/faults.txt"
if [ -s "$out" ]; then fault "'$command' prints something beside its file"; fi
says "$work/faults.txt" "zz-broken.xml:3:"
bad 3 assess "$example" --rules "$work/rules copié"
says "$err" "zz-broken.xml:3:"
bad 3 questions --rules "$work/rules copié"
printf '<rulebase>\n<section' >"$work/rules copié/zz-broken.xml"
run 1 check "$work/rules copié"
says "$out" "zz-broken.xml:2:"

# --- locales ------------------------------------------------------------------------------------------------------------
tried=
for name in de_DE.utf8 de_DE.UTF-8 de_DE fr_FR.utf8; do
    if locale -a 2>/dev/null | grep -qxF "$name" || [ -d "${LOCPATH:-/nowhere}/$name" ]; then
        tried=$name
        for format in text json html; do
            good assess "$example" --format "$format"
            cp "$out" "$work/expected"
            LC_ALL=$name "$fedadvise" assess "$example" --format "$format" >"$out" 2>"$err"
            same "$out" "$work/expected" "the locale $name changes the result ($format)"
        done
        break
    fi
done
[ -n "$tried" ] || echo "No locale with decimal commas is installed: not tried."

echo "$checks checks, $faults faults"
[ "$faults" -eq 0 ]
