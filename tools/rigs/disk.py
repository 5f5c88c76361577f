"""T3: the disk that holds the books is full in the middle of an import; then it grows."""
import os
import shutil
import subprocess

from rig import *

if os.geteuid() != 0:
    done("T3 disk full: skipped, mounting a small disk needs root")
    raise SystemExit
disk = folder()
inputs = folder()
if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk]).returncode != 0:
    done("T3 disk full: skipped, this machine lets nobody mount")
    raise SystemExit
try:
    books = f"{disk}/acquit.db"
    init(books)
    write_masters(inputs)
    write_invoices(f"{inputs}/invoices.csv", 20_000)
    result = run("import", inputs, "--books", books, "--today", "2026-04-03")
    if result.returncode != 69:
        fail(f"a full disk ended with {result.returncode}: {result.stdout}{result.stderr}")
    if "no space left" not in result.stderr:
        fail(f"a full disk said: {result.stderr}")
    if count(books, "SELECT COUNT(*) FROM item") != 0:
        fail("a full disk left part of a file")
    verify(books)
    subprocess.run(["mount", "-o", "remount,size=256m", disk], check=True)
    run("import", inputs, "--books", books, "--today", "2026-04-03", check=0)
    if count(books, "SELECT COUNT(*) FROM item") != 20_000:
        fail("the disk grew, but the import did not finish")
    verify(books)
finally:
    subprocess.run(["umount", disk])
    shutil.rmtree(inputs)
done("T3 disk full: refused with 69 and no half file, finished once the disk had grown")
