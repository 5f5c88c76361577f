"""What the rigs share: the product, scratch folders, input files made from a seed."""
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

BINARY = os.environ["ACQUIT_BINARY"]
SEED = int(os.environ.get("ACQUIT_SEED", "1"))
random.seed(SEED)
started = time.time()


def run(*arguments, check=None, **options):
    """Runs the product; with `check`, its exit code must be that."""
    done = subprocess.run(
        [BINARY, *map(str, arguments)], capture_output=True, text=True, timeout=120, **options)
    if check is not None and done.returncode != check:
        fail(f"acquit {' '.join(map(str, arguments))}: exit {done.returncode}, expected {check}\n"
             f"{done.stdout}{done.stderr}")
    return done


def fail(why):
    print(f"FAILED (seed {SEED}): {why}")
    sys.exit(1)


def done(what):
    print(f"{what}, {time.time() - started:.0f} s")


def folder(parent=None):
    return tempfile.mkdtemp(prefix="acquit-rig-", dir=parent)


def init(books):
    run("init", "--books", books, "--entity", "DL", "--name", "Dalian", "--country", "CN",
        "--currency", "CNY", check=0)


def write_masters(path):
    with open(f"{path}/customers.csv", "w") as out:
        out.write("customer,entity,name,terms\n")
        for number in range(200):
            out.write(f"C{number},DL,Customer {number},net30\n")
    with open(f"{path}/bank-accounts.csv", "w") as out:
        out.write("account,entity,currency\nDE89370400440532013000,DL,CNY\n")


def write_invoices(path, rows):
    with open(path, "w") as out:
        out.write("invoice,entity,customer,issued,due,currency,net,tax,gross\n")
        for number in range(rows):
            net = 100 + number * 7
            tax = net * 13 // 100
            out.write(f"INV-{number:07},DL,C{number % 200},2026-03-{1 + number % 28:02},2026-04-30,CNY,"
                      f"{net}.00,{tax}.00,{net + tax}.00\n")


def write_statement(path, entries, opening=0, day="2026-04-02"):
    total = sum(10_000 + number for number in range(entries))
    cents = lambda minor: f"{minor // 100}.{minor % 100:02}"
    with open(path, "w") as out:
        out.write('<?xml version="1.0" encoding="UTF-8"?>\n'
                  '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>'
                  '<GrpHdr><MsgId>M</MsgId><CreDtTm>2026-04-03T06:00:00Z</CreDtTm></GrpHdr><Stmt>'
                  f'<Id>{day}</Id><ElctrncSeqNb>1</ElctrncSeqNb><CreDtTm>2026-04-03T06:00:00Z</CreDtTm>'
                  '<Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>CNY</Ccy></Acct>')
        for code, amount in (("OPBD", opening), ("CLBD", opening + total)):
            out.write(f'<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">{cents(amount)}'
                      f'</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>{day}</Dt></Dt></Bal>')
        for number in range(entries):
            out.write(f'<Ntry><Amt Ccy="CNY">{cents(10_000 + number)}</Amt><CdtDbtInd>CRDT</CdtDbtInd>'
                      f'<Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>{day}</Dt></BookgDt><ValDt><Dt>{day}</Dt>'
                      f'</ValDt><AcctSvcrRef>R{number}</AcctSvcrRef><BkTxCd/><NtryDtls><TxDtls><Refs>'
                      f'<EndToEndId>E{number}</EndToEndId></Refs><RmtInf><Ustrd>INV-{number:07}</Ustrd>'
                      '</RmtInf></TxDtls></NtryDtls></Ntry>\n')
        out.write('</Stmt></BkToCstmrStmt></Document>\n')


def write_told(folder):
    """A notice and an advice of money that has not come."""
    with open(f"{folder}/notice.xml", "w") as out:
        out.write('<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn>'
                  '<GrpHdr><MsgId>N</MsgId><CreDtTm>2026-04-03T06:00:00Z</CreDtTm></GrpHdr><Ntfctn><Id>N</Id>'
                  '<CreDtTm>2026-04-03T06:00:00Z</CreDtTm><Acct><Id><IBAN>DE89370400440532013000</IBAN></Id>'
                  '<Ccy>CNY</Ccy></Acct><Ntry><Amt Ccy="CNY">7.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd>'
                  '</Sts><BookgDt><Dt>2026-04-03</Dt></BookgDt><AcctSvcrRef>N1</AcctSvcrRef><BkTxCd/></Ntry></Ntfctn>'
                  '</BkToCstmrDbtCdtNtfctn></Document>\n')
    with open(f"{folder}/advice.edi", "w") as out:
        out.write("UNB+UNOC:3+1:14+2:14+260403:0915+A1'UNH+1+REMADV:D:96A:UN'BGM+481+A1'DTM+137:20260403:102'"
                  "CUX+2:CNY:11'DOC+380+INV-9'MOA+12:7.00'UNS+S'MOA+12:7.00'UNT+9+1'UNZ+1+A1'\n")


def count(books, sql):
    connection = sqlite3.connect(books)
    try:
        return connection.execute(sql).fetchone()[0]
    finally:
        connection.close()


def verify(books):
    result = run("verify", "--books", books)
    if result.returncode != 0:
        fail(f"verify: {result.stdout}{result.stderr}")
