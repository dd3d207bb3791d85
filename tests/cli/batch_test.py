"""`fedadvise batch` and `fedadvise practices` from end to end, as a script would use them.

Usage: batch_test.py FEDADVISE SOURCE_FOLDER. Says every fault; exit status 1 when there is one.
"""
import csv
import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile

program, source = sys.argv[1], pathlib.Path(sys.argv[2])
examples = source / "resources" / "examples"
environment = {key: value for key, value in os.environ.items() if key != "FEDADVISE_RULES"}
faults = []


def check(holds, message):
    if not holds:
        faults.append(message)


def run(*arguments):
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, env=environment, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text)))


def check_same_as_assess():
    """The leaders, bands, depth and warnings of every worked case are those of its own assessment."""
    status, out, _ = run("batch", examples, "--format", "json")
    check(status == 0, f"batch over the worked cases ends with {status}")
    batch = json.loads(out)
    check(len(batch["cases"]) == len(list(examples.glob("*.fedcase"))), "not every worked case has a line")
    for line in batch["cases"]:
        result = json.loads(run("assess", line["case"], "--format", "json")[1])
        for kind in ["models", "vehicles"]:
            mine = {(o["id"], o["band"]) for o in line[f"leading-{kind}"]}
            theirs = {(o["id"], o["band"]) for o in result[kind] if o["leading"]}
            check(mine == theirs, f"{line['case']}: {kind} {mine} are not those of assess, {theirs}")
        barred = {o["id"] for o in line["ruled-out"]}
        check(barred == {o["id"] for k in ["models", "vehicles"] for o in result[k] if o["band"] == "ruled-out"},
              f"{line['case']}: what is ruled out differs from assess")
        check(line["depth-cap"] == result["readiness"]["depth-cap"], f"{line['case']}: the depth differs from assess")
        check(line["warnings"] == len(result["warnings"]), f"{line['case']}: the number of warnings differs from assess")
    leads = {}
    for line in batch["cases"]:
        for option in line["leading-models"]:
            leads[option["id"]] = leads.get(option["id"], 0) + 1
    for entry in batch["table"]["models"]:
        check(entry["leads"] == leads.get(entry["id"], 0), f"the table counts {entry['id']} wrongly")


def random_table(count, seed):
    """A table of made-up cases. Not random.Random of the library, so that every Python makes the same."""
    state = [seed]

    def below(number):
        state[0] = (state[0] * 6364136223846793005 + 1442695040888963407) % 2**64
        return (state[0] >> 33) % number

    questions = json.loads(run("questions", "--format", "json")[1])["questions"]
    columns, makers = ["title"], []
    for question in questions:
        scope, kind, identity = question["scope"], question["kind"], question["id"]
        names = [f"p{n}.{identity}" for n in (1, 2, 3)] if scope == "practice" else [identity]
        for name in names:
            if identity != "as-at":
                columns.append(name)
                makers.append((question, kind))
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(columns)
    for number in range(count):
        row = [f"Case {number}"]
        for question, kind in makers:
            options = [v["value"] for v in question.get("values", [])]
            if below(3) == 0:
                row.append("")
            elif below(12) == 0:
                row.append("unknown")
            elif options:
                row.append(str(options[below(len(options))]))
            elif kind == "number":
                row.append(str(1 + below(20)))
            elif kind == "text":
                row.append("Northwick")
            else:
                row.append("")
        writer.writerow(row)
    return table.getvalue()


def check_threads(folder):
    """The same bytes for any number of threads, on both streams, with bad lines among the good."""
    table = random_table(300, 20261125).splitlines()
    table[40] = "Case 39," + "nonsense," * 5
    table[120] = 'Case "119",'
    path = folder / "cases.csv"
    path.write_text("\r\n".join(table) + "\r\n", encoding="utf-8")
    one = run("batch", path, folder, examples, "--as-at", "2026-11-22", "--jobs", 1)
    check(one[0] == 1, f"a table with two bad lines ends with {one[0]}: {one[2][:300]}")
    check(f"{path}:41:2: error" in one[2], "the bad cell is not named by its line and column")
    check(f"{path}:121: error" in one[2], "the broken line is not named")
    for jobs in (2, 4, 7):
        check(run("batch", path, folder, examples, "--as-at", "2026-11-22", "--jobs", jobs) == one,
              f"{jobs} threads do not write the same bytes as one")
    rows = rows_of(one[1])
    names = [row["case"] for row in rows if row["case"].startswith(str(path))]
    check(names == [f"{path}:{line}" for line in range(2, 302)], "the lines of the table are not in their order")
    status, out, _ = run("batch", path, "--as-at", "2026-11-22", "--table")
    check("298 cases judged, 2 cases could not be read." in out, f"the table says: {out[:100]}")
    check(status == 1, f"--table ends with {status}")


def check_bad_files(folder):
    """Bad, foreign and half-written files are reported and the rest is done."""
    good = (examples / "five-valleys.fedcase").read_bytes()
    bad = folder / "bad"
    (bad / "inside").mkdir(parents=True)
    (bad / "a half.fedcase").write_bytes(good[: len(good) // 2])
    (bad / "b empty.fedcase").write_bytes(b"")
    (bad / "c foreign.fedcase").write_bytes(b'{"format": "something else", "version": 1}')
    (bad / "d zip.fedcase").write_bytes(b"PK\x03\x04" + bytes(200))
    (bad / "inside" / "e good.fedcase").write_bytes(good)
    (bad / "not a case.txt").write_bytes(b"x")
    (bad / "g newer.fedresponse").write_bytes(b"x")
    status, out, err = run("batch", bad)
    rows = rows_of(out)
    check(status == 1, f"bad files beside a good one end with {status}")
    check([bool(row["error"]) for row in rows] == [True] * 4 + [False], f"the wrong files are bad: {rows}")
    for name in ["a half", "b empty", "c foreign", "d zip"]:
        check(f"{name}.fedcase" in err, f"'{name}' is not named on standard error")
    (bad / "inside" / "e good.fedcase").unlink()
    check(run("batch", bad)[0] == 3, "nothing but bad files does not end with 3")
    check(run("batch", folder / "none.csv", folder / "none.fedcase")[0] == 3, "missing files do not end with 3")
    check(run("batch")[0] == 2, "batch without arguments does not end with 2")
    table = folder / "columns.csv"
    table.write_text("title,jurisdicton\r\nA,england\r\n", encoding="utf-8")
    status, _, err = run("batch", table)
    check(status == 3 and "'jurisdiction'" in err and ":1:2:" in err, f"an unknown column: {status} {err}")
    table.write_text("title,jurisdiction\r\n=cmd|' /C calc'!A0,england\r\n", encoding="utf-8")
    check(",\"'=cmd" in run("batch", table)[1] or ",'=cmd" in run("batch", table)[1], "a formula is not made harmless")
    (folder / "head.csv").write_text(run("batch", "--header")[1] + "A\r\n", encoding="utf-8")
    check(run("batch", folder / "head.csv")[0] == 0, "the empty table with a title is not read")


def practice_line(code, name, town, postcode, status="A", setting="4"):
    cells = [""] * 27
    cells[0], cells[1], cells[4], cells[6], cells[9] = code, name, "1 HIGH STREET", town, postcode
    cells[10], cells[12], cells[25] = "19740401", status, setting
    return ",".join(f'"{cell}"' for cell in cells) + "\r\n"


def check_practices(folder):
    """Published lists are searched and filled into a case, and nothing answered is written over."""
    lists = folder / "epraccur.csv"
    lists.write_text(practice_line("A81001", "HILL SURGERY", "NORTHWICK", "ZZ18 1HU")
                     + practice_line("A81002", "MILL SURGERY", "SOUTHMOUTH", "ZZ18 2AW")
                     + practice_line("A81003", "OLD MILL SURGERY", "SOUTHMOUTH", "ZZ18 2AX", "C"), encoding="utf-8")
    numbers = folder / "gp-reg-pat-prac-all.csv"
    numbers.write_text("PUBLICATION,EXTRACT_DATE,TYPE,SUB_ICB_LOCATION_CODE,ONS_SUB_ICB_LOCATION_CODE,CODE,POSTCODE,SEX,AGE,"
                       "NUMBER_OF_PATIENTS\r\nGP_PRAC_PAT_LIST,01OCT2026,GP,16C,E38000247,A81001,ZZ18 1HU,ALL,ALL,9412\r\n",
                       encoding="utf-8")
    status, out, err = run("practices", lists, numbers, "--find", "hill")
    check(status == 0 and "A81001  Hill Surgery, 1 High Street, Northwick, ZZ18 1HU; 9,412 patients as at 1 October 2026" in out,
          f"the search says: {status} {out} {err}")
    found = json.loads(run("practices", lists, numbers, "--find", "mill", "--format", "json")[1])
    check([p["ods-code"] for p in found["practices"]] == ["A81002"], f"found: {found}")
    found = json.loads(run("practices", lists, "--find", "mill", "--all", "--format", "json")[1])
    check([p["ods-code"] for p in found["practices"]] == ["A81002", "A81003"], f"found with --all: {found}")
    case, filled = folder / "case.fedcase", folder / "filled.fedcase"
    case.write_text('{"format": "federation-adviser case", "version": 1, "practices": [{"id": "p1", "name": "Hill", '
                    '"ods-code": "A81001", "answers": {"list-size": 9100}}]}', encoding="utf-8")
    arguments = ["practices", lists, numbers, "--add", "A81001,A81002", "--to"]
    status, _, err = run(*arguments, case, "--output", filled)
    check(status == 0, f"--add ends with {status}: {err}")
    check("the list size in the case is 9,100 patients, the list has 9,412 patients" in err, f"the difference is not said: {err}")
    practices = json.loads(filled.read_text(encoding="utf-8"))["practices"]
    check([p["name"] for p in practices] == ["Hill", "Mill Surgery"], f"filled in: {practices}")
    check(practices[0]["answers"]["list-size"] == 9100, "the list size was written over")
    check(practices[1]["address"] == "1 High Street, Southmouth, ZZ18 2AW", f"the address is {practices[1]}")
    status, _, err = run(*arguments, case, "--replace", "--output", filled)
    practice = json.loads(filled.read_text(encoding="utf-8"))["practices"][0]
    check(practice["answers"]["list-size"] == 9412 and "as at 1 October 2026" in practice["notes"]["list-size"],
          f"--replace gives {practice}")
    again = folder / "again.fedcase"
    run(*arguments, filled, "--replace", "--output", again)
    check(again.read_bytes() == filled.read_bytes(), "filling in twice is not once")
    check(run("practices", lists, "--add", "A99999", "--to", case)[0] == 3, "an unknown code does not end with 3")
    check(run("practices", lists, "--add", "A81001")[0] == 2, "--add without --to does not end with 2")
    own = folder / "own.csv"
    own.write_text("x;y\r\nHill;A81001\r\n", encoding="utf-8")
    status, _, err = run("practices", own)
    check(status == 3 and "which columns" in err, f"unclear columns: {status} {err}")
    check("A81001  Hill" in run("practices", own, "--columns", "name=x,code=2")[1], "--columns does not read the file")
    check(run("practices", own, "--columns", "nom=x")[0] == 2, "a wrong mapping does not end with 2")


with tempfile.TemporaryDirectory(prefix="fedadvise batch Tŷ ") as work:
    check_same_as_assess()
    check_threads(pathlib.Path(work))
    check_bad_files(pathlib.Path(work))
    check_practices(pathlib.Path(work))
for fault in faults:
    print("FAULT:", fault)
sys.exit(1 if faults else 0)
