"""Redlines of Word documents held against independent readers: pandoc, LibreOffice and the order of ECMA-376.

compare.py STET FOLDER: writes pairs and their redlines into FOLDER and reads them back. Accepting a redline must give
the text of the later document, rejecting it that of the earlier one; nothing may be wrong with it that is not wrong
with the later document; two runs give the same bytes. STET_CORPUS adds the pairs of docx/wmlcomparer. The last line is
"N passed, N failed[, N skipped]".
"""
import csv
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile

import documents
import revisions
import validate

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))

# What pandoc (2.17) does not read: tracked rows of tables (their frame stays, without words) and tracked formulas.
NOT_FOR_PANDOC = {"WC-1190", "WC-1210", "WC-1450", "WC-1440", "WC-1550", "WC-1830"}


class Count:
    passed = failed = skipped = 0

    def check(self, ok, name, note=""):
        if ok:
            self.passed += 1
        else:
            self.failed += 1
            print("FAIL  %s%s" % (name, ": " + note if note else ""), flush=True)


def plain(path, track):
    out = subprocess.run(["pandoc", "--track-changes=" + track, "-f", "docx", "-t", "plain", "--wrap=none", path],
                         capture_output=True, text=True, errors="replace", check=True, timeout=120).stdout
    # Frames of tables, and the signs of lists whose numbers follow from the rest.
    return re.sub(r"[-=+|]{2,}|^\s*(-|\d+\.)\s|\|", " ", out, flags=re.M).split()


def pairs(folder):
    """(name, before, after, readers) of the invented documents and the samples."""
    for readers, table in (("pandoc office", documents.PAIRS), ("pandoc", documents.PANDOC_ONLY),
                           ("office", documents.OFFICE_ONLY), ("", documents.NO_READER)):
        for name, (before, after) in table.items():
            base = os.path.join(folder, name.replace(" ", "-").replace(",", "").replace("'", ""))
            documents.write(base + "-before.docx", before)
            documents.write(base + "-after.docx", after)
            yield name, base + "-before.docx", base + "-after.docx", readers
    samples = []
    for name in ("harbor-2023", "harbor-2026"):
        samples.append(os.path.join(folder, name + ".docx"))
        subprocess.run(["pandoc", os.path.join(ROOT, "samples", name + ".md"), "-f", "gfm", "-o", samples[-1]], check=True)
    yield "the samples as Word documents", samples[0], samples[1], "pandoc office"


def corpus_pairs(corpus):
    seen = set()
    for row in csv.DictReader(open(os.path.join(corpus, "manifest.csv"), encoding="utf-8")):
        if row["old"] == row["new"] or (row["old"], row["new"]) in seen or row["enabled_upstream"] != "yes":
            continue
        seen.add((row["old"], row["new"]))
        readers = "office" if row["test_id"] in NOT_FOR_PANDOC else "pandoc office"
        yield "%s %s" % (row["test_id"], row["new"]), os.path.join(corpus, row["old"]), os.path.join(corpus, row["new"]), readers


def check_pair(count, stet, folder, number, pair):
    """The checks without the office; the redline's path."""
    name, before, after, readers = pair
    redline = os.path.join(folder, "redline-%d.docx" % number)
    run = subprocess.run([stet, "compare", before, after, "-o", redline, "--quiet"], capture_output=True, text=True)
    count.check(run.returncode == 0, name, "stet ended with %d: %s" % (run.returncode, run.stderr.strip()[:200]))
    if run.returncode:
        return None
    faults = validate.new_faults(redline, before, after)
    count.check(not faults, name, "; ".join(faults[:3]))
    if "pandoc" in readers:
        for track, side in (("accept", after), ("reject", before)):
            want, got = plain(side, "accept"), plain(redline, track)
            at = next((i for i, (a, b) in enumerate(zip(want, got)) if a != b), min(len(want), len(got)))
            count.check(want == got, name, "%s in pandoc: wanted %s got %s" % (
                track, " ".join(want[max(0, at - 3):at + 6]), " ".join(got[max(0, at - 3):at + 6])))
    return redline


def check_revision_counts(count, stet, folder, corpus):
    """As few changes as the corpus expects: none where it has none, never more than words changed, at most twice as many."""
    redline = os.path.join(folder, "counted.docx")
    total = expected = 0
    for row in csv.DictReader(open(os.path.join(corpus, "manifest.csv"), encoding="utf-8")):
        wanted = row["expected_revisions_openxmlpowertools"]
        if row["enabled_upstream"] != "yes" or not wanted.isdigit():
            continue
        old, new = (os.path.join(corpus, row[k]) for k in ("old", "new"))
        subprocess.run([stet, "compare", old, new, "-o", redline, "--quiet"], check=True)
        changes, words, marks = revisions.of(redline)
        name = "%s %s" % (row["test_id"], row["new"])
        if wanted == "0":
            count.check(changes + marks == 0, name, "%d changes where none is" % (changes + marks))
        count.check(changes <= words, name, "%d changes for %d words" % (changes, words))
        total += changes
        expected += int(wanted)
    count.check(total <= 2 * expected, "number of changes", "%d where %d are expected" % (total, expected))


def check_clean(count, stet, folder):
    """A document made from Markdown: its own order, and the text of both samples."""
    before, after = (os.path.join(ROOT, "samples", n) for n in ("harbor-2023.md", "harbor-2026.md"))
    paths = [os.path.join(folder, "clean-%d.docx" % i) for i in (1, 2)]
    for path in paths:
        subprocess.run([stet, "compare", before, after, "-o", path, "--quiet"], check=True)
    count.check(open(paths[0], "rb").read() == open(paths[1], "rb").read(), "two runs give the same bytes")
    faults = validate.faults(paths[0])
    count.check(not faults, "a document made from Markdown", "; ".join(faults[:3]))
    for track, reject in (("accept", []), ("reject", ["--reject"])):
        text = os.path.join(folder, "clean.txt")
        subprocess.run([stet, "compare", before, after, "--clean", text, "--quiet"] + reject, check=True)
        want = re.sub(r"[-=+|]{2,}|^\s*(-|\d+\.)\s|\|", " ", open(text, encoding="utf-8").read(), flags=re.M).split()
        count.check(want == plain(paths[0], track), "a document made from Markdown", track + " in pandoc gives another text")


def check_carried_out(count, stet, folder):
    """A proposal carried out on a Word document: its redline between base and new text, for the office too."""
    base, new, redline = (os.path.join(folder, n) for n in ("harbor-2023.docx", "carried-out-new.docx", "carried-out.docx"))
    name = "a proposal carried out on a Word document"
    run = subprocess.run([stet, "proposal", os.path.join(ROOT, "samples", "proposal-2026.md"), "--base", base, "-o", redline,
                          "--clean", new, "--quiet"], capture_output=True, text=True)
    count.check(run.returncode == 0, name, "stet ended with %d: %s" % (run.returncode, run.stderr.strip()[:200]))
    if run.returncode:
        return []
    for written in (redline, new):
        faults = validate.new_faults(written, base, base)
        count.check(not faults, name, "; ".join(faults[:3]))
    for track, side in (("accept", new), ("reject", base)):
        count.check(plain(side, "accept") == plain(redline, track), name, track + " in pandoc gives another text")
    comments = subprocess.run(["pandoc", "--track-changes=all", "-t", "native", redline], capture_output=True, text=True).stdout
    count.check(comments.count('"comment-start"') >= 15, name, "pandoc finds no comments")
    bare = os.path.join(folder, "carried-out-bare.docx")
    without_comments(redline, bare)
    return [{"name": name, "redline": bare, "before": base, "after": new}]


def without_comments(path, out):
    """LibreOffice 7.4 without a window ends when changes are accepted in a document with comments, whoever made it."""
    with zipfile.ZipFile(path) as z, zipfile.ZipFile(out, "w") as copy:
        for entry in z.namelist():
            content = z.read(entry)
            if entry == "word/document.xml":
                content = re.sub(rb'<w:commentRange(Start|End) w:id="\d+"/>|<w:r><w:commentReference w:id="\d+"/></w:r>', b"",
                                 content)
            copy.writestr(entry, content)


def check_office(count, folder, jobs):
    path = os.path.join(folder, "jobs.json")
    json.dump(jobs, open(path, "w", encoding="utf-8"))
    run = subprocess.run(["/usr/bin/python3", os.path.join(HERE, "office.py"), path], capture_output=True, text=True)
    lines = run.stdout.strip().splitlines()
    try:
        result = json.loads(lines[-1])
    except (IndexError, ValueError):
        count.check(False, "LibreOffice", run.stderr.strip()[-300:])
        return
    print("\n".join(lines[:-1]))
    count.passed += result["passed"]
    count.failed += result["failed"]


def main():
    stet, folder = sys.argv[1:3]
    count = Count()
    all_pairs = list(pairs(folder))
    corpus = os.path.join(os.environ.get("STET_CORPUS", ""), "docx", "wmlcomparer")
    if os.environ.get("STET_CORPUS") and os.path.isdir(corpus):
        all_pairs += corpus_pairs(corpus)
        check_revision_counts(count, stet, folder, corpus)
    else:
        print("STET_CORPUS is not set, or has no docx/wmlcomparer: its pairs are skipped")
        count.skipped += 1
    jobs = []
    for number, pair in enumerate(all_pairs):
        redline = check_pair(count, stet, folder, number, pair)
        if redline and "office" in pair[3]:
            jobs.append({"name": pair[0], "redline": redline, "before": pair[1], "after": pair[2]})
    check_clean(count, stet, folder)
    jobs += check_carried_out(count, stet, folder)
    if shutil.which("soffice") and subprocess.run(["/usr/bin/python3", "-c", "import uno"], capture_output=True).returncode == 0:
        check_office(count, folder, jobs)
    else:
        print("LibreOffice or python3-uno is not there: what it reads is skipped")
        count.skipped += 1
    print("%d passed, %d failed%s" % (count.passed, count.failed, ", %d skipped" % count.skipped if count.skipped else ""))
    return 1 if count.failed else 0


if __name__ == "__main__":
    sys.exit(main())
