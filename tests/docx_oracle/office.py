"""Reads redlines with LibreOffice: accepts or rejects all changes and compares the text with that of the files.

office.py JOBS: a JSON list of {"name", "redline", "before", "after"} (before, after: .docx files). Prints a line for
each that differs and a last line of JSON: how many passed and failed. Run with the system's python3, which has uno.
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue

STARTS = 3  # the first start on a fresh profile may end at once (exit code 81)


def value(name, content):
    out = PropertyValue()
    out.Name, out.Value = name, content
    return out


class Office:
    def __init__(self, folder):
        self.pipe = "stet-oracle-%d" % os.getpid()
        self.command = ["soffice", "--headless", "--norestore", "--nologo", "-env:UserInstallation=file://" + folder,
                        "--accept=pipe,name=%s;urp;" % self.pipe]
        self.process = None
        self.desktop = self.context = None
        for _ in range(STARTS):
            if self.start():
                return
        raise SystemExit("LibreOffice does not start")

    def start(self):
        self.process = subprocess.Popen(self.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        resolver = uno.getComponentContext().ServiceManager.createInstanceWithContext(
            "com.sun.star.bridge.UnoUrlResolver", uno.getComponentContext())
        for _ in range(300):
            try:
                self.context = resolver.resolve("uno:pipe,name=%s;urp;StarOffice.ComponentContext" % self.pipe)
                self.desktop = self.context.ServiceManager.createInstanceWithContext(
                    "com.sun.star.frame.Desktop", self.context)
                return True
            except Exception:
                if self.process.poll() is not None:
                    return False
                time.sleep(0.1)
        self.process.kill()
        return False

    def stop(self):
        try:
            self.desktop.terminate()
            self.process.wait(20)
        except Exception:
            self.process.kill()

    def text(self, path, verb=None):
        """Everything that a reader sees, after accepting ("Accept") or rejecting ("Reject") all changes."""
        document = self.desktop.loadComponentFromURL("file://" + os.path.abspath(path), "_blank", 0,
                                                     (value("Hidden", True),))
        try:
            if verb:
                helper = self.context.ServiceManager.createInstanceWithContext(
                    "com.sun.star.frame.DispatchHelper", self.context)
                helper.executeDispatch(document.CurrentController.Frame, ".uno:%sAllTrackedChanges" % verb, "", 0, ())
            return list(all_text(document))
        finally:
            document.close(True)


def words(text):
    """White space is one blank; U+200D is what the office puts into empty cells of tracked rows."""
    return " ".join(text.replace("\u200d", " ").split())


def blocks(text):
    """Paragraphs and cells of a text, in order; paragraphs without words do not count, and rows without words either."""
    for block in text:
        if block.supportsService("com.sun.star.text.TextTable"):
            names = sorted(block.CellNames, key=lambda n: (int("".join(filter(str.isdigit, n))), len(n), n))
            for name in names:
                cell = " / ".join(blocks(block.getCellByName(name)))
                if cell:
                    yield "cell: " + cell
        elif words(block.String):
            yield words(block.String)


def all_text(document):
    yield from blocks(document.Text)
    for notes in (document.Footnotes, document.Endnotes):
        for i in range(notes.Count):
            yield "note: " + " / ".join(blocks(notes.getByIndex(i)))
    boxes = []
    for frames in (document.TextFrames,):
        for i in range(frames.Count):
            boxes.append("box: " + " / ".join(blocks(frames.getByIndex(i))))
    yield from sorted(boxes)
    page = document.StyleFamilies.getByName("PageStyles")
    for i in range(page.Count):
        style = page.getByIndex(i)
        for where in ("Header", "Footer"):
            if style.isInUse() and style.getPropertyValue(where + "IsOn"):
                text = " / ".join(blocks(style.getPropertyValue(where + "Text")))
                if text:
                    yield where.lower() + ": " + text


def difference(want, got):
    at = next((i for i, (a, b) in enumerate(zip(want, got)) if a != b), min(len(want), len(got)))
    return "wanted %r got %r" % (want[at:at + 2], got[at:at + 2])


def main():
    jobs = json.load(open(sys.argv[1], encoding="utf-8"))
    folder = tempfile.mkdtemp(prefix="stet-office-")
    passed = failed = 0
    office = Office(folder)
    known = {}
    try:
        for job in jobs:
            for verb, side in (("Accept", "after"), ("Reject", "before")):
                try:
                    if job[side] not in known:
                        known[job[side]] = office.text(job[side], "Accept")
                    want, got = known[job[side]], office.text(job["redline"], verb)
                    wrong = "" if want == got else difference(want, got)
                except Exception as error:  # the office says no more than that it failed
                    wrong = "%s: %s" % (type(error).__name__, error)
                passed, failed = (passed + 1, failed) if not wrong else (passed, failed + 1)
                if wrong:
                    print("FAIL  %s: %s in LibreOffice: %s" % (job["name"], verb.lower(), wrong[:300]), flush=True)
    finally:
        office.stop()
        shutil.rmtree(folder, ignore_errors=True)
    print(json.dumps({"passed": passed, "failed": failed}))


main()
