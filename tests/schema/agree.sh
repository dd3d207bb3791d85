#!/bin/sh
# The schema and the program agree: both accept the shipped rules and the additions in good/, both refuse each file in bad/.
# Usage: agree.sh PROGRAM PROJECT
program=$1
project=$2
schema=$project/rules/rulebase.xsd
here=$project/tests/schema
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
failures=0

fail() {
    echo "FAIL: $1"
    sed 's/^/    /' "$work/said"
    failures=$((failures + 1))
}

# schema_accepts FILE: xmllint ends with 0 (valid), 1 (not XML) or 3 (against the schema).
schema_accepts() {
    xmllint --noout --schema "$schema" "$1" >"$work/said" 2>&1
    status=$?
    case $status in
        0 | 1 | 3) return $status ;;
        *) fail "xmllint ends with $status for $1"; return 2 ;;
    esac
}

# program_says FILE: status of "check" on the shipped rules with this file added.
program_says() {
    rm -rf "$work/rules"
    mkdir "$work/rules"
    cp "$project"/rules/*.xml "$work/rules/"
    [ -z "$1" ] || cp "$1" "$work/rules/zz-added.xml"
    "$program" check "$work/rules" >"$work/said" 2>&1
}

for file in "$project"/rules/*.xml; do
    schema_accepts "$file" || fail "the schema refuses $file"
done
program_says "" || fail "the program refuses the shipped rules"

for file in "$here"/good/*.xml; do
    schema_accepts "$file" || fail "the schema refuses $file"
    program_says "$file" || fail "the program refuses $file"
done

for file in "$here"/bad/*.xml; do
    schema_accepts "$file" && fail "the schema accepts $file"
    program_says "$file"
    status=$?
    [ "$status" -eq 1 ] || fail "the program ends with $status, not 1, for $file"
    grep -q zz-added.xml "$work/said" || fail "the program does not name the file of $file"
done

[ "$failures" -eq 0 ] && echo "The schema and the program agree."
[ "$failures" -eq 0 ]
