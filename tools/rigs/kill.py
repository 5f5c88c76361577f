"""T1: kill -9 at random moments of an import. Acknowledged is stored, a file is whole or absent, a second run adds
nothing."""
import random
import shutil
import signal
import subprocess
import time

from rig import *

ROWS, ENTRIES, IMPORTS = 6_000, 3_000, 25
inputs = folder()
write_masters(inputs)
write_invoices(f"{inputs}/invoices.csv", ROWS)
write_statement(f"{inputs}/statement.xml", ENTRIES)
probe = folder()
init(f"{probe}/acquit.db")
began = time.time()
run("run", inputs, "--books", f"{probe}/acquit.db", "--today", "2026-04-03", check=0)
whole = time.time() - began
kills = 0
for attempt in range(IMPORTS):
    here = folder()
    books = f"{here}/acquit.db"
    init(books)
    seen = {}
    for _ in range(random.randint(1, 4)):
        process = subprocess.Popen(
            [BINARY, "run", inputs, "--books", books, "--today", "2026-04-03"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(random.random() * whole * 1.05)
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
            kills += 1
        process.wait()
        for table, full in (("item", ROWS), ("receipt", ENTRIES), ("customer", 200)):
            found = count(books, f"SELECT COUNT(*) FROM {table}")
            if found not in (0, full):
                fail(f"attempt {attempt}: {found} of {full} rows of {table}: a file came in by half")
            if found < seen.get(table, 0):
                fail(f"attempt {attempt}: the {table} rows were stored, and are lost")
            seen[table] = found
        verify(books)
    run("run", inputs, "--books", books, "--today", "2026-04-03", check=0)
    before = count(books, "SELECT COUNT(*) FROM event")
    if count(books, "SELECT COUNT(*) FROM item") != ROWS:
        fail("the finished books lack invoices")
    run("run", inputs, "--books", books, "--today", "2026-04-03", check=0)
    if count(books, "SELECT COUNT(*) FROM event") != before:
        fail("a second run changed the books")
    verify(books)
    shutil.rmtree(here)
shutil.rmtree(inputs)
shutil.rmtree(probe)
done(f"T1 kill -9: {IMPORTS} runs, {kills} kills, nothing lost, nothing by half")
