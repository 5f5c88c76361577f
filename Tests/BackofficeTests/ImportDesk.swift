import Foundation
import Ledger
import Receivables
import Store
import Testing

@testable import Backoffice

/// Books with one entity, its account and two customers, and a folder to write files into.
final class ImportDesk {
    let database: any Database
    let folder: String
    let desk = Desk(actor: "test", today: Day("2026-05-15")!, at: 1_778_800_000_000)
    static let account = "DE89370400440532013000"

    init(_ engine: Engine) throws {
        database = try Books.make(engine)
        folder = NSTemporaryDirectory() + "acquit-import-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        _ = try Office(database).perform(
            OpenEntity(number: 1, code: "HH", name: "Hamburg", country: "DE", currency: .eur),
            key: "init", at: desk)
        try take("bank-accounts.csv", "account,entity,currency\n\(Self.account),HH,EUR\n")
        try take("customers.csv", "customer,entity,name\nC1,HH,Adler GmbH\nC2,HH,Brandt GmbH\n")
    }

    deinit {
        try? database.close()
        try? FileManager.default.removeItem(atPath: folder)
    }

    @discardableResult
    func take(_ name: String, _ text: String) throws -> FileOutcome {
        try take(name, Array(text.utf8))
    }

    @discardableResult
    func take(_ name: String, _ bytes: [UInt8]) throws -> FileOutcome {
        let path = folder + "/" + name
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return try #require(try Importer(database, desk: desk).run([path]).first)
    }

    /// Writes the files and imports the folder of them in one go.
    func takeAll(_ files: [(name: String, text: String)]) throws -> [FileOutcome] {
        let inside = folder + "/batch-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: inside, withIntermediateDirectories: true)
        for file in files {
            try Data(file.text.utf8).write(to: URL(fileURLWithPath: inside + "/" + file.name))
        }
        return try Importer(database, desk: desk).run([inside])
    }

    func count(_ sql: String) throws -> Int64 {
        try database.read { try $0.int(sql) ?? 0 }
    }

    var lines: Int64 { get throws { try count("SELECT COUNT(*) FROM bankLine") } }
    var receipts: Int64 { get throws { try count("SELECT COUNT(*) FROM receipt") } }
    var received: Int64 {
        get throws { try count("SELECT CAST(SUM(amount) AS BIGINT) FROM receipt") }
    }

    func verify() throws {
        for check in try database.read({ try Verification($0).run() }) {
            #expect(check.failure == nil, "\(check.name)")
        }
    }
}

/// One booked entry of a test statement, in cents.
struct TestEntry {
    var amount: Int64
    var reference: String?
    var payer: String?
    var text = "INV"
    var endToEnd = "NOTPROVIDED"
    var status = "BOOK"
    var day: String?
    var parts: [Int64] = []
}

/// Writes statements as banks do.
enum TestStatement {
    static func camt(
        _ id: String, sequence: Int = 1, from: String? = nil, _ day: String, opening: Int64?,
        _ entries: [TestEntry], closing: Int64? = nil, message: String = "camt.053.001.08"
    ) -> String {
        let booked = entries.filter { $0.status == "BOOK" }.reduce(Int64(0)) { $0 + $1.amount }
        let root =
            switch message.prefix(8) {
            case "camt.052": ("BkToCstmrAcctRpt", "Rpt")
            case "camt.054": ("BkToCstmrDbtCdtNtfctn", "Ntfctn")
            default: ("BkToCstmrStmt", "Stmt")
            }
        var text = """
            <?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:\(message)"><\(root.0)>
            <GrpHdr><MsgId>\(id)</MsgId><CreDtTm>\(day)T20:00:00Z</CreDtTm></GrpHdr><\(root.1)>
            <Id>\(id)</Id><ElctrncSeqNb>\(sequence)</ElctrncSeqNb><CreDtTm>\(day)T20:00:00Z</CreDtTm>
            <FrToDt><FrDtTm>\(from ?? day)T00:00:00Z</FrDtTm><ToDtTm>\(day)T23:59:59Z</ToDtTm></FrToDt>
            <Acct><Id><IBAN>\(ImportDesk.account)</IBAN></Id><Ccy>EUR</Ccy></Acct>

            """
        if let opening {
            text += balance("OPBD", opening, from ?? day)
            text += balance("CLBD", closing ?? opening + booked, day)
        }
        for entry in entries { text += camt(entry, day) }
        return text + "</\(root.1)></\(root.0)></Document>\n"
    }

    private static func balance(_ code: String, _ minor: Int64, _ day: String) -> String {
        "<Bal><Tp><CdOrPrtry><Cd>\(code)</Cd></CdOrPrtry></Tp>\(amount(minor))"
            + "<Dt><Dt>\(day)</Dt></Dt></Bal>\n"
    }

    private static func amount(_ minor: Int64) -> String {
        "<Amt Ccy=\"EUR\">\(Decimals.text(abs(minor), exponent: 2))</Amt>"
            + "<CdtDbtInd>\(minor < 0 ? "DBIT" : "CRDT")</CdtDbtInd>"
    }

    private static func camt(_ entry: TestEntry, _ day: String) -> String {
        let on = entry.day ?? day
        let reference = entry.reference.map { "<AcctSvcrRef>\($0)</AcctSvcrRef>" } ?? ""
        let payer =
            entry.payer.map { "<RltdPties><Dbtr><Pty><Nm>\($0)</Nm></Pty></Dbtr></RltdPties>" }
            ?? ""
        let parts = entry.parts.isEmpty ? [entry.amount] : entry.parts
        let details = parts.enumerated().map { place, part in
            "<TxDtls><Refs><EndToEndId>\(entry.endToEnd)\(place == 0 ? "" : "-\(place)")</EndToEndId></Refs>"
                + "<Amt Ccy=\"EUR\">\(Decimals.text(abs(part), exponent: 2))</Amt>"
                + "<CdtDbtInd>\(part < 0 ? "DBIT" : "CRDT")</CdtDbtInd>"
                + payer + "<RmtInf><Ustrd>\(entry.text)</Ustrd></RmtInf></TxDtls>"
        }
        return "<Ntry>\(amount(entry.amount))<Sts><Cd>\(entry.status)</Cd></Sts>"
            + "<BookgDt><Dt>\(on)</Dt></BookgDt><ValDt><Dt>\(on)</Dt></ValDt>\(reference)<BkTxCd/>"
            + "<NtryDtls>\(details.joined())</NtryDtls></Ntry>\n"
    }

    /// As a bank's own table has it: no number, a running balance.
    static func table(_ day: String, opening: Int64, _ entries: [TestEntry]) -> String {
        var text = "账号：\(ImportDesk.account)\n"
        text += "交易日期,交易流水号,借方发生额,贷方发生额,余额,币种,对方户名,对方账号,摘要\n"
        var balance = opening
        for entry in entries {
            balance += entry.amount
            let amount = Decimals.text(abs(entry.amount), exponent: 2)
            text += "\(day),\(entry.reference ?? ""),\(entry.amount < 0 ? amount : ""),"
            text += "\(entry.amount < 0 ? "" : amount),\(Decimals.text(balance, exponent: 2)),EUR,"
            text += "\(entry.payer ?? ""),,\(entry.text)\n"
        }
        return text
    }

    static func bai2(
        _ id: String, _ day: String, opening: Int64, _ entries: [TestEntry],
        account: String = ImportDesk.account
    ) -> String {
        let short = day.utf8.filter { $0 != UInt8(ascii: "-") }.suffix(6)
        let date = String(decoding: short, as: UTF8.self)
        let closing = opening + entries.reduce(Int64(0)) { $0 + $1.amount }
        var text = "01,BANK,OURS,\(date),2000,\(id),,,2/\r\n02,OURS,BANK,1,\(date),,EUR,2/\r\n"
        text += "03,\(account),,010,\(opening),,,015,\(closing),,/\r\n"
        for entry in entries {
            text += "16,\(entry.amount < 0 ? "495" : "195"),\(abs(entry.amount)),0,"
            text += "\(entry.reference ?? ""),,ORG=\(entry.payer ?? "")\r\n88,OBI=\(entry.text)\r\n"
        }
        let sum = opening + closing + entries.reduce(Int64(0)) { $0 + abs($1.amount) }
        let records = 2 + 2 * entries.count
        return text + "49,\(sum),\(records)/\r\n98,\(sum),1,\(records + 2)/\r\n"
            + "99,\(sum),1,\(records + 4)/\r\n"
    }

    /// As a bank of OFX writes it: no opening balance, entries without end tags.
    static func ofx(
        server: String, from: String? = nil, _ day: String, closing: Int64?,
        _ entries: [TestEntry]
    ) -> String {
        let date = { (day: String) in String(day.filter { $0 != "-" }) }
        var text = """
            OFXHEADER:100\r\nDATA:OFXSGML\r\nCHARSET:1252\r\n\r\n<OFX><SIGNONMSGSRSV1><SONRS>\
            <DTSERVER>\(server)</SONRS></SIGNONMSGSRSV1><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR
            <BANKACCTFROM><BANKID>37040044<ACCTID>\(ImportDesk.account)</BANKACCTFROM>
            <BANKTRANLIST><DTSTART>\(date(from ?? day))<DTEND>\(date(day))

            """
        for entry in entries {
            text += "<STMTTRN><TRNTYPE>\(entry.amount < 0 ? "DEBIT" : "CREDIT")"
            text += "<DTPOSTED>\(date(entry.day ?? day))120000"
            text += "<TRNAMT>\(Decimals.text(entry.amount, exponent: 2))"
            text += (entry.reference.map { "<FITID>\($0)" } ?? "")
            text += (entry.payer.map { "<NAME>\($0)" } ?? "") + "<MEMO>\(entry.text)</STMTTRN>\n"
        }
        text += "</BANKTRANLIST>"
        if let closing {
            text += "<LEDGERBAL><BALAMT>\(Decimals.text(closing, exponent: 2))"
            text += "<DTASOF>\(date(day))</LEDGERBAL>"
        }
        return text + "</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n"
    }

    static func mt940(
        _ id: String, sequence: Int = 1, _ day: String, opening: Int64, _ entries: [TestEntry]
    ) -> String {
        let short = day.utf8.filter { $0 != UInt8(ascii: "-") }.suffix(6)
        let date = String(decoding: short, as: UTF8.self)
        let comma = { (minor: Int64) in
            String(Decimals.text(abs(minor), exponent: 2).map { $0 == "." ? "," : $0 })
        }
        let sign = { (minor: Int64) in minor < 0 ? "D" : "C" }
        let closing = opening + entries.reduce(Int64(0)) { $0 + $1.amount }
        var text = ":20:\(id)\r\n:25:\(ImportDesk.account)\r\n:28C:\(sequence)/1\r\n"
        text += ":60F:\(sign(opening))\(date)EUR\(comma(opening))\r\n"
        for entry in entries {
            text +=
                ":61:\(date)\(date.suffix(4))\(sign(entry.amount))\(comma(entry.amount))NTRFNONREF"
            text += (entry.reference.map { "//\($0)" } ?? "") + "\r\n:86:\(entry.text)\r\n"
        }
        return text + ":62F:\(sign(closing))\(date)EUR\(comma(closing))\r\n-\r\n"
    }
}
