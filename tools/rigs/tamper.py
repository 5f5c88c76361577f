"""T22: books changed behind Acquit's back. `verify` finds each change."""
import random
import shutil
import sqlite3

from rig import *

inputs = folder()
write_masters(inputs)
write_invoices(f"{inputs}/invoices.csv", 300)
write_statement(f"{inputs}/statement.xml", 100)
write_told(inputs)
sound = f"{inputs}/sound.db"
init(sound)
run("run", inputs, "--books", sound, "--today", "2026-04-03", check=0)
asked = sqlite3.connect(sound).execute("SELECT MIN(id) FROM receipt").fetchone()[0]
run("research", "note", str(asked), "--asked", "the bank", "--via", "bank", "--answer", "none",
    "--books", sound, "--today", "2026-04-03", check=0)
verify(sound)
CHANGES = [
    "UPDATE researchNote SET answer = 'some'",
    "DELETE FROM researchNote",
    "UPDATE event SET payload = substr(payload, 1, 20) || '9' || substr(payload, 22) WHERE id = {event}",
    "UPDATE event SET actor = actor || 'x' WHERE id = {event}",
    "UPDATE event SET at = at + 1 WHERE id = {event}",
    "DELETE FROM event WHERE id = {event}",
    "DELETE FROM event WHERE id = (SELECT MAX(id) FROM event)",
    "UPDATE line SET amount = amount + 1 WHERE id = {line}",
    "UPDATE line SET debit = '1009' WHERE id = {line}",
    "DELETE FROM line WHERE id = {line}",
    "UPDATE item SET dueOn = dueOn + 1 WHERE id = {item}",
    "UPDATE openItem SET dueOn = dueOn + 1 WHERE id = {item}",
    "UPDATE clearedItem SET clearedOn = clearedOn + 1 WHERE id = {cleared}",
    "INSERT INTO clearedItem SELECT id, entity, postedOn, 1, 0, 1 FROM item WHERE id = {item}",
    "DELETE FROM clearedItem WHERE id = {cleared}",
    "DELETE FROM openItem WHERE id = {item}",
    "UPDATE openItem SET open = open - 1, openFunctional = openFunctional - 1 WHERE id = {item}",
    "UPDATE receipt SET payer = 'x' WHERE id = {receipt}",
    "UPDATE receipt SET valueDate = valueDate + 1 WHERE id = {receipt}",
    "UPDATE application SET score = 1 WHERE id = {application}",
    "UPDATE application SET dueOn = dueOn + 1 WHERE id = {application}",
    "UPDATE flow SET functional = functional + 1 WHERE rowid = (SELECT MIN(rowid) FROM flow)",
    "UPDATE customer SET accounts = 'DE00' WHERE id = (SELECT MIN(id) FROM customer)",
    "UPDATE bankLine SET amount = amount + 1 WHERE id = (SELECT MIN(id) FROM bankLine)",
    "UPDATE event SET postedOn = postedOn + 1 WHERE id = {event}",
    "UPDATE event SET lineCount = lineCount + 1 WHERE id = {event}",
    "UPDATE event SET firstLine = firstLine + 1 WHERE id = {event}",
    "UPDATE event SET hashFormat = 2 WHERE id = {event}",
    "UPDATE line SET receipt = receipt + 1 WHERE id = (SELECT MIN(id) FROM line WHERE receipt IS NOT NULL)",
    "UPDATE entity SET name = name || 'x'",
    "UPDATE ownAccount SET bank = 'x'",
    "DELETE FROM importedFile WHERE name = 'invoices.csv'",
    "UPDATE importedFile SET undone = 1 WHERE name = 'invoices.csv'",
    "UPDATE importedTotal SET credits = credits + 1",
    "DELETE FROM importedEvents WHERE hash = (SELECT hash FROM importedFile WHERE name = 'invoices.csv')",
    "UPDATE bankLine SET reversedOn = bookedOn WHERE id = (SELECT MIN(id) FROM bankLine)",
    "UPDATE bankStatement SET withdrawn = 1",
    "UPDATE notice SET amount = amount + 1",
    "UPDATE notice SET line = (SELECT MIN(id) FROM bankLine)",
    "DELETE FROM notice",
    "UPDATE advice SET amount = '1.00'",
    "UPDATE advice SET withdrawn = 1",
    "UPDATE receipt SET advice = 'INV-1=1' WHERE id = {receipt}",
    "UPDATE receipt SET checkNumber = '7' WHERE id = {receipt}",
    "UPDATE ownAccount SET aliases = 'x'",
    "UPDATE importedFile SET newCount = newCount + 1 WHERE name = 'invoices.csv'",
]
tried = 0
for change in CHANGES * 3:
    books = f"{inputs}/tampered.db"
    shutil.copy(sound, books)
    connection = sqlite3.connect(books)
    for (trigger,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {trigger}")
    pick = lambda table, where="1": connection.execute(
        f"SELECT id FROM {table} WHERE {where} ORDER BY id LIMIT 1 OFFSET "
        f"{random.randrange(max(1, connection.execute(f'SELECT COUNT(*) FROM {table} WHERE {where}').fetchone()[0]))}"
    ).fetchone()
    values = {
        "event": pick("event", "kind = 20")[0], "line": pick("line")[0],
        "item": pick("openItem", "open > 1")[0], "receipt": pick("receipt")[0],
        "cleared": (pick("clearedItem") or [0])[0],
        "application": (pick("application") or [0])[0],
    }
    changed = connection.execute(change.format(**values)).rowcount
    connection.commit()
    connection.close()
    if changed == 0:
        continue
    result = run("verify", "--books", books)
    if result.returncode != 1 or "✗" not in result.stdout:
        fail(f"not found: {change.format(**values)}\n{result.stdout}{result.stderr}")
    tried += 1
shutil.rmtree(inputs)
if tried < 30:
    fail(f"only {tried} changes were tried")
done(f"T22 tampering: {tried} changes, each found by verify")
