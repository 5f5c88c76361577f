import Ledger
import TestKit

@testable import Formats

/// Payment orders and answers of any kind that can be written, the same for the same seed: as a
/// reader gives them back.
struct PainGenerator {
    var random: Seeded
    /// Whether the message has a place for what came later: UETR, LEI, a time to pay at.
    let isOld: Bool

    init(seed: UInt64, isOld: Bool) {
        random = Seeded(seed)
        self.isOld = isOld
    }

    mutating func order() -> PaymentOrderFile {
        var file = PaymentOrderFile()
        file.head.id = id("M")
        file.head.createdAt = PaymentDate(day(), time: "09:30:00")
        file.head.initiator = party()
        for number in 0...random.below(3) {
            var group = group()
            group.id = "G-\(number)"
            file.groups.append(group)
        }
        let all = file.groups.flatMap(\.transfers)
        (file.head.count, file.head.sum) = totals(all)
        return file
    }

    mutating func answer() -> PaymentStatusFile {
        var file = PaymentStatusFile()
        file.head.id = id("S")
        file.head.createdAt = PaymentDate(day(), time: "11:00:00.123Z")
        file.head.originalId = id("M")
        file.head.originalMessage = "pain.001.001.09"
        if random.chance(50) { file.head.originalCount = random.below(1000) }
        if random.chance(50) { file.head.originalSum = Amount(units: 123_45, decimals: 2) }
        file.head.status = random.pick(["ACCP", "PART", "RJCT", "PDNG", "RCVD"])
        file.head.reasons = reasons()
        for _ in 0..<random.below(3) {
            var group = GroupStatus()
            group.originalId = id("G")
            group.status = random.pick(["ACCP", "ACSC", "PART", "RJCT"])
            group.reasons = reasons()
            for _ in 0..<random.below(4) { group.transfers.append(transferStatus()) }
            file.groups.append(group)
        }
        return file
    }

    private mutating func transferStatus() -> TransferStatus {
        var transfer = TransferStatus()
        if random.chance(50) { transfer.id = id("T") }
        if random.chance(50) { transfer.instructionId = id("I") }
        if random.chance(80) { transfer.endToEndId = id("E") }
        if !isOld, random.chance(50) { transfer.uetr = uetr() }
        transfer.status = random.pick(["ACCP", "ACSC", "RJCT", "PDNG"])
        transfer.reasons = reasons()
        if random.chance(50) { transfer.acceptedAt = PaymentDate(day(), time: "10:00:00") }
        if random.chance(50) { transfer.bankReference = id("B") }
        if random.chance(50) { (transfer.amount, transfer.currency) = money() }
        return transfer
    }

    private mutating func reasons() -> [StatusReason] {
        (0..<random.below(3)).map { _ in
            var reason = StatusReason()
            reason.code = code(["AC01", "AM04", "FOCR"])
            if random.chance(50) { reason.originator = random.pick(["COBADEFFXXX", "Bank Ünd"]) }
            reason.lines = lines(most: 2)
            return reason
        }
    }

    private mutating func group() -> PaymentGroup {
        var group = PaymentGroup()
        group.method = random.pick(["TRF", "CHK", "TRA"])
        if random.chance(60) { group.batchBooking = random.chance(50) }
        group.type = type()
        group.requestedOn = PaymentDate(day(), time: !isOld && random.chance(30) ? "08:00:00" : nil)
        group.payer = party()
        group.payer?.account = account()
        group.payer?.bank = random.chance(80) ? bank() : nil
        if random.chance(20) { group.ultimatePayer = party() }
        if random.chance(60) { group.chargeBearer = random.pick(["SLEV", "SHAR", "DEBT"]) }
        for _ in 0...random.below(5) { group.transfers.append(transfer()) }
        (group.count, group.sum) = totals(group.transfers)
        return group
    }

    private mutating func transfer() -> PaymentTransfer {
        var transfer = PaymentTransfer()
        if random.chance(50) { transfer.instructionId = id("I") }
        if random.chance(90) { transfer.endToEndId = id("E") }
        if !isOld, random.chance(50) { transfer.uetr = uetr() }
        if random.chance(20) { transfer.type = type() }
        (transfer.amount, transfer.currency) = money()
        if random.chance(10) { transfer.transferCurrency = .usd }
        if random.chance(20) { transfer.chargeBearer = "SHAR" }
        if random.chance(20) {
            var check = CheckInstruction()
            check.type = random.pick(["CCHQ", "BCHQ"])
            check.number = "\(random.below(1_000_000))"
            check.delivery = code(["MLCD", "CRDB"])
            check.memo = Array(lines(most: 2).map { $0.prefix(35) }.map(String.init))
            transfer.check = check
        }
        transfer.payee = party()
        transfer.payee?.account = account()
        if random.chance(70) { transfer.payee?.bank = bank() }
        if random.chance(20) { transfer.ultimatePayer = party() }
        if random.chance(20) { transfer.ultimatePayee = party() }
        if random.chance(30) { transfer.purpose = code(["GDDS", "SALA"]) }
        transfer.remittance = lines(most: 3)
        for _ in 0..<random.below(3) { transfer.structured.append(structured()) }
        return transfer
    }

    private mutating func structured() -> StructuredRemittance {
        var block = StructuredRemittance()
        for _ in 0..<random.below(3) {
            block.documents.append(
                RemittanceDocument(
                    type: random.pick(["CINV", "CREN", "OWN KIND"]), number: id("INV"),
                    date: random.chance(50) ? day() : nil))
        }
        if random.chance(50) { block.due = RemittanceAmount(Amount(units: 100, decimals: 2), .eur) }
        if random.chance(50) {
            block.remitted = RemittanceAmount(Amount(units: 99_00, decimals: 2), .eur)
        }
        block.reference = .init(
            type: random.pick(["SCOR", "QRR"]), value: "RF18539007547034")
        block.lines = lines(most: 3)
        return block
    }

    private mutating func type() -> PaymentType {
        var type = PaymentType()
        if random.chance(50) { type.priority = random.pick(["HIGH", "NORM"]) }
        if random.chance(50) { type.serviceLevel = code(["SEPA", "URGP"]) }
        if random.chance(50) { type.localInstrument = code(["INST", "CCD"]) }
        if random.chance(50) { type.categoryPurpose = code(["SUPP", "SALA"]) }
        return type
    }

    private mutating func party() -> PaymentParty {
        var party = PaymentParty(name: random.pick(Self.names))
        if random.chance(40) {
            var address = PostalAddress()
            address.street = "Hauptstraße"
            address.building = "\(random.below(200))"
            address.postCode = "80331"
            address.town = "München"
            address.country = "DE"
            address.lines = lines(most: 2)
            party.address = address
        }
        if random.chance(40) {
            party.identification = random.pick([
                PartyIdentification(.organisation, "DE129273398", scheme: PaymentCode("TXID")),
                PartyIdentification(.person, "77-1"),
                PartyIdentification(.bic, "COBADEFFXXX"),
                isOld
                    ? PartyIdentification(.organisation, "529900T8BM49AURSDO55")
                    : PartyIdentification(.lei, "529900T8BM49AURSDO55"),
            ])
        }
        return party
    }

    private mutating func account() -> PaymentAccount {
        var account =
            random.chance(70)
            ? PaymentAccount(iban: random.pick(Self.ibans) ?? "")
            : PaymentAccount(number: "\(random.below(1_000_000_000))", scheme: code(["BBAN"]))
        if random.chance(30) { account.currency = .eur }
        return account
    }

    private mutating func bank() -> PaymentBank {
        var bank = PaymentBank(bic: random.chance(80) ? "COBADEFFXXX" : nil)
        if random.chance(40) {
            bank.clearingSystem = code(["USABA"])
            bank.clearingNumber = "021000021"
        }
        if bank.bic == nil || random.chance(30) { bank.name = random.pick(Self.names) }
        return bank
    }

    private mutating func money() -> (Amount, Currency) {
        let currency = random.pick([Currency.eur, .usd, Currency("JPY"), Currency("KWD")]) ?? .eur
        let units = Int64(1 + random.below(100_000_000))
        return (Amount(Money(minor: units, currency ?? .eur)), currency ?? .eur)
    }

    private mutating func code(_ codes: [String]) -> PaymentCode? {
        if random.chance(20) { return PaymentCode("OWN WORD", isProprietary: true) }
        return random.pick(codes).map { PaymentCode($0) }
    }

    private mutating func lines(most: Int) -> [String] {
        (0..<random.below(most + 1)).compactMap { _ in random.pick(Self.texts) }
    }

    private mutating func id(_ prefix: String) -> String { "\(prefix)-\(random.next())" }

    private mutating func day() -> Day { Day(number: 20_000 + Int32(random.below(2000))) }

    private mutating func uetr() -> String {
        let digits = String(random.next() % 1_000_000_000_000 + 1_000_000_000_000).suffix(12)
        return "eb6305c9-1f7f-49de-aed0-\(digits)"
    }

    private func totals(_ transfers: [PaymentTransfer]) -> (Int, Amount?) {
        let sum = transfers.compactMap(\.amount).reduce(Int128(0)) { $0 + Footing.scaled($1) }
        return (transfers.count, Amount(Footing.text(sum)))
    }

    private static let names = [
        "Northwind Ltd", "Müller & Söhne", "有限公司 <上海>", "A \"quoted\" name", "O'Neill",
    ]
    private static let texts = ["Invoice 4711", "  two spaces ", "Rückzahlung < 5 & > 3", "发票 12"]
    private static let ibans = [
        "DE89370400440532013000", "GB82WEST12345698765432", "FR1420041010050500013M02606",
    ]
}
