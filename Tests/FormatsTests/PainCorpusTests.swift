import Foundation
import Ledger
import Testing

@testable import Formats

/// Every payment message of the corpus against its twin in JSON, which another program made of it,
/// and written anew.
@Suite struct PainCorpusTests {
    static let folder = PainSchemas.corpus + "/payments/pain001_corpus/market"
    static var isThere: Bool { FileManager.default.fileExists(atPath: folder) }

    static func files() throws -> [String] {
        let walk = try #require(FileManager.default.enumerator(atPath: folder))
        return walk.compactMap { $0 as? String }.filter { $0.hasSuffix(".xml") }.sorted()
            .map { folder + "/" + $0 }
    }

    static func read(_ path: String) throws -> Parsed<PaymentFile> {
        readPain([UInt8](try Data(contentsOf: URL(filePath: path))))
    }

    @Test(.enabled(if: isThere, "the corpus is not there: ACQUIT_CORPUS"))
    func everyFileIsRead() throws {
        let files = try Self.files()
        #expect(files.count >= 84)
        for path in files {
            let read = try Self.read(path)
            // Made up by the rulebooks: the numbers of accounts and reports are sound.
            #expect(read.codes == [], "\(path)")
            #expect(path.contains(read.document.format), "\(path)")
            let order = try #require(read.document.order)
            #expect(order.head.count == read.transfers.count)
            let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
            #expect(recognise(prefix: bytes) == .pain)
            #expect(readPain(bytes, piece: 13).document == read.document)
        }
    }

    @Test(.enabled(if: isThere, "the corpus is not there: ACQUIT_CORPUS"))
    func readsWhatTheTwinHas() throws {
        var compared = 0
        for path in try Self.files() {
            let twin = String(path.dropLast(4)) + ".iso.json"
            guard FileManager.default.fileExists(atPath: twin) else { continue }
            let theirs = try PainTwin(twin).facts
            let ours = PainTwin.facts(try #require(try Self.read(path).document.order))
            #expect(ours == theirs, "\(path)")
            compared += ours.count
        }
        #expect(compared > 1500)
    }

    /// What is written of what was read is valid, and says the same.
    @Test(
        .enabled(if: isThere && PainSchemas.isThere, "no corpus (ACQUIT_CORPUS) or no xmllint"),
        arguments: PaymentOrderWriter.Version.allCases)
    func writtenAnewItIsTheSame(_ version: PaymentOrderWriter.Version) throws {
        var files: [[UInt8]] = []
        for path in try Self.files() where path.contains("pain.001") {
            let order = try #require(try Self.read(path).document.order)
            let written = PaymentOrderWriter(version).write(order)
            let bytes = try #require(written.bytes, "\(path): \(written.findings)")
            files.append(bytes)
            let again = try #require(readPain(bytes).document.order)
            if written.findings.isEmpty {
                #expect(again == order, "\(path)")
            } else {
                #expect(version == .v03)
                #expect(Set(written.findings.map(\.code)) == ["payment-left-out"], "\(path)")
                #expect(again.groups.map(\.transfers.count) == order.groups.map(\.transfers.count))
            }
        }
        #expect(files.count >= 69)
        #expect(try PainSchemas.faults(files, message: version.rawValue) == "")
    }
}

/// What a message and its twin in JSON both say, by paths, in the order of the file.
struct PainTwin {
    private(set) var facts: [String] = []
    private typealias Object = [String: Any]

    init(_ path: String) throws {
        let data = try Data(contentsOf: URL(filePath: path))
        let file = try #require(try JSONSerialization.jsonObject(with: data) as? Object)
        let document = Self.at(file, "Document", "CstmrCdtTrfInitn")
        let head = Self.at(document, "GrpHdr")
        add("MsgId", head, "MsgId")
        add("CreDtTm", head, "CreDtTm")
        add("NbOfTxs", head, "NbOfTxs")
        add("CtrlSum", head, "CtrlSum")
        add("InitgPty", head, "InitgPty", "Nm")
        for group in document["PmtInf"] as? [Object] ?? [] {
            for name in ["PmtInfId", "PmtMtd", "BtchBookg", "NbOfTxs", "CtrlSum", "ChrgBr"] {
                add(name, group, name)
            }
            let type = Self.at(group, "PmtTpInf")
            add("InstrPrty", type, "InstrPrty")
            // A list since .09.
            let levels = type["SvcLvl"] as? [Object]
            add("SvcLvl", levels?.first ?? Self.at(type, "SvcLvl"), "Cd|Prtry")
            add("LclInstrm", type, "LclInstrm", "Cd|Prtry")
            add("CtgyPurp", type, "CtgyPurp", "Cd|Prtry")
            let day = group["ReqdExctnDt"]
            facts.append("ReqdExctnDt=\(day as? String ?? Self.text(day, "Dt|DtTm") ?? "")")
            add("Dbtr", group, "Dbtr", "Nm")
            add("Dbtr/Town", group, "Dbtr", "PstlAdr", "TwnNm")
            account("DbtrAcct", group)
            bank("DbtrAgt", group)
            for transfer in group["CdtTrfTxInf"] as? [Object] ?? [] { add(transfer) }
        }
    }

    private mutating func add(_ transfer: Object) {
        for name in ["InstrId", "EndToEndId", "UETR"] { add(name, transfer, "PmtId", name) }
        add("Amt", transfer, "Amt", "InstdAmt", "amt")
        add("Ccy", transfer, "Amt", "InstdAmt", "Ccy")
        bank("CdtrAgt", transfer)
        add("Cdtr", transfer, "Cdtr", "Nm")
        account("CdtrAcct", transfer)
        add("Purp", transfer, "Purp", "Cd|Prtry")
        add("ChqTp", transfer, "ChqInstr", "ChqTp")
        let remittance = Self.at(transfer, "RmtInf")
        let lines = remittance["Ustrd"] as? [String] ?? []
        facts.append("Ustrd=\(lines.joined(separator: "|"))")
        for block in remittance["Strd"] as? [Object] ?? [] {
            add("RefTp", block, "CdtrRefInf", "Tp", "CdOrPrtry", "Cd|Prtry")
            add("Ref", block, "CdtrRefInf", "Ref")
        }
    }

    private mutating func account(_ name: String, _ parent: Object) {
        let id = Self.at(parent, name, "Id")
        facts.append(
            "\(name)=\(Self.text(id, "IBAN") ?? Self.text(Self.at(id, "Othr"), "Id") ?? "")")
    }

    private mutating func bank(_ name: String, _ parent: Object) {
        let bank = Self.at(parent, name, "FinInstnId")
        add(name, bank, "BIC|BICFI")
        add(name + "/MmbId", bank, "ClrSysMmbId", "MmbId")
    }

    private mutating func add(_ name: String, _ parent: Object, _ path: String...) {
        var at = parent
        for part in path.dropLast() { at = Self.at(at, part) }
        facts.append("\(name)=\(Self.text(at, path.last ?? "") ?? "")")
    }

    private static func at(_ parent: Object, _ path: String...) -> Object {
        path.reduce(parent) { $0[$1] as? Object ?? [:] }
    }

    private static func text(_ parent: Any?, _ names: String) -> String? {
        let object = parent as? Object
        return names.split(separator: "|").lazy.compactMap { object?[String($0)] as? String }.first
    }

    static func facts(_ order: PaymentOrderFile) -> [String] {
        var facts: [String] = []
        func add(_ name: String, _ value: (some CustomStringConvertible)?) {
            facts.append("\(name)=\(value?.description ?? "")")
        }
        func bank(_ name: String, _ party: PaymentParty?) {
            add(name, party?.bank?.bic)
            add(name + "/MmbId", party?.bank?.clearingNumber)
        }
        add("MsgId", order.head.id)
        add("CreDtTm", order.head.createdAt)
        add("NbOfTxs", order.head.count)
        add("CtrlSum", order.head.sum)
        add("InitgPty", order.head.initiator?.name)
        for group in order.groups {
            add("PmtInfId", group.id)
            add("PmtMtd", group.method)
            add("BtchBookg", group.batchBooking)
            add("NbOfTxs", group.count)
            add("CtrlSum", group.sum)
            add("ChrgBr", group.chargeBearer)
            add("InstrPrty", group.type.priority)
            add("SvcLvl", group.type.serviceLevel)
            add("LclInstrm", group.type.localInstrument)
            add("CtgyPurp", group.type.categoryPurpose)
            add("ReqdExctnDt", group.requestedOn)
            add("Dbtr", group.payer?.name)
            add("Dbtr/Town", group.payer?.address?.town)
            add("DbtrAcct", group.payer?.account?.number)
            bank("DbtrAgt", group.payer)
            for transfer in group.transfers {
                add("InstrId", transfer.instructionId)
                add("EndToEndId", transfer.endToEndId)
                add("UETR", transfer.uetr)
                add("Amt", transfer.amount)
                add("Ccy", transfer.currency)
                bank("CdtrAgt", transfer.payee)
                add("Cdtr", transfer.payee?.name)
                add("CdtrAcct", transfer.payee?.account?.number)
                add("Purp", transfer.purpose)
                add("ChqTp", transfer.check?.type)
                add("Ustrd", transfer.remittance.joined(separator: "|"))
                for block in transfer.structured {
                    add("RefTp", block.reference?.type)
                    add("Ref", block.reference?.value)
                }
            }
        }
        return facts
    }
}
