"""T12, T15: the same inputs give the same bytes; a backup taken between is the same books again."""
import shutil

from rig import *

outputs = []
here = folder()
write_masters(here)
write_invoices(f"{here}/invoices.csv", 500)
write_statement(f"{here}/statement.xml", 200)
for attempt in range(2):
    place = folder()
    books = f"{place}/acquit.db"
    init(books)
    run("run", here, "--books", books, "--today", "2026-04-03", check=0)
    taken = []
    for kind in ("items", "receipts", "applications", "proposals", "entries", "customers"):
        taken.append(run("export", kind, "--books", books, check=0).stdout)
    for report in ("aging", "rollforward", "reconciliation"):
        taken.append(run("report", report, "--books", books, "--as-of", "2026-04-03", "--format", "csv",
                         check=0).stdout)
    copy = f"{place}/backup.db"
    heads = run("backup", copy, "--books", books, check=0).stdout.split("\n", 1)[1]
    restored = f"{place}/restored.db"
    again = run("restore", copy, "--books", restored, check=0).stdout.split("\n", 1)[1]
    if heads != again:
        fail("the restored books have another chain head than the backup printed")
    verify(restored)
    outputs.append(taken)
    shutil.rmtree(place)
if outputs[0] != outputs[1]:
    fail("the same inputs gave other outputs")
shutil.rmtree(here)
done("T12, T15: same inputs, same bytes; backup restored and verified")
