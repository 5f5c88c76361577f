"""Wrong usage, missing files, foreign databases, a newer schema, a locked file: a clear message, the documented exit
code, nothing changed."""
import hashlib
import contextlib
import os
import shutil
import sqlite3
import subprocess
import threading
import time

from rig import *

here = folder()
books = f"{here}/acquit.db"
init(books)
cases = 0


def expect(code, words, *arguments, untouched=None):
    global cases
    before = digest(untouched)
    result = run(*arguments)
    said = result.stdout + result.stderr
    if result.returncode != code:
        fail(f"{arguments}: exit {result.returncode}, expected {code}: {said}")
    if words not in said:
        fail(f"{arguments}: expected «{words}», said: {said}")
    if digest(untouched) != before:
        fail(f"{arguments}: {untouched} was changed")
    cases += 1


def digest(path):
    if path is None or not os.path.isfile(path):
        return None
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


foreign = f"{here}/foreign.db"
connection = sqlite3.connect(foreign)
connection.execute("CREATE TABLE t (x)")
connection.commit()
connection.close()
text = f"{here}/text.db"
open(text, "w").write("not a database, but long enough to be one, page after page\n" * 99)
newer = f"{here}/newer.db"
shutil.copy(books, newer)
connection = sqlite3.connect(newer)
connection.execute("PRAGMA user_version = 99")
connection.commit()
connection.close()
cut = f"{here}/cut.xml"
write_statement(cut, 5)
whole = open(cut).read()
open(cut, "w").write(whole[:len(whole) // 2])

expect(64, "multiple of 20", "bench", "--items", "7")
expect(64, "half of --items", "bench", "--items", "100", "--receipts", "90")
expect(64, "Unknown option", "report", "aging", "--books", books, "--nonsense")
expect(64, "no report agin", "report", "agin", "--books", books)
expect(64, "not a day", "report", "aging", "--books", books, "--as-of", "2026-02-30")
expect(64, "not a day", "run", here, "--books", books, "--today", "yesterday")
expect(64, "no export", "export", "everything", "--books", books)
expect(64, "three capital letters", "init", "--books", books, "--entity", "X", "--name", "X",
       "--country", "CN", "--currency", "yuan")
expect(64, "neither en nor zh", "run", f"{here}/cut.xml", "--books", books, "--lang", "fr")
good = folder()
write_masters(good)
expect(64, "neither en nor zh", "import", good, "--books", books, "--lang", "fr")
if count(books, "SELECT COUNT(*) FROM customer") != 0:
    fail("an unknown language was refused after the import was done")
shutil.rmtree(good)
notes = f"{here}/notes.txt"
open(notes, "w").write("no backup, and not to be lost")
for code, words, country, today in ((64, "not a day", "DE", "soon"), (1, "country", "Germany", "2026-04-03")):
    expect(code, words, "init", "--books", f"{here}/new.db", "--entity", "X", "--name", "X", "--country", country,
           "--currency", "EUR", "--today", today)
    if os.path.exists(f"{here}/new.db"):
        fail("refused books were made")
expect(69, "something other than books", "backup", notes, "--books", books, untouched=notes)
expect(69, "something other than books", "backup", foreign, "--books", books, untouched=foreign)
expect(69, "there are no books", "verify", "--books", f"{here}/none.db")
expect(69, "No such file", "import", f"{here}/none.csv", "--books", books)
expect(69, "something other than books", "verify", "--books", foreign, untouched=foreign)
expect(69, "something other than books", "import", cut, "--books", text, untouched=text)
expect(69, "later release", "verify", "--books", newer, untouched=newer)
expect(69, "", "verify", "--books", here)
expect(69, "already", "restore", foreign, "--books", books, untouched=books)
expect(1, "camt", "import", cut, "--books", books)
expect(1, '"format":null', "read", "--json", text)
expect(0, "waits", "imports", "--books", books)

# Somebody else holds the books for longer than anybody waits.
holder = sqlite3.connect(books, check_same_thread=False)
holder.execute("BEGIN IMMEDIATE")
timer = threading.Timer(9, holder.rollback)
timer.start()
expect(69, "in use", "import", cut.replace("cut", "cut"), "--books", books)
timer.join()
shutil.rmtree(here)
done(f"wrong usage: {cases} cases, each with its message and exit code, nothing changed")
