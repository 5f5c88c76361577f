import Ledger
import Testing

@testable import Formats

@Suite struct PainTests {
    @Test func head() throws {
        let read = readPain(PainSamples.full)
        #expect(read.codes == [])
        #expect(read.document.format == "pain.001.001.09")
        let head = try #require(read.document.order?.head)
        #expect(head.id == "MSG-77")
        #expect(head.createdAt?.description == "2026-03-02T09:30:00+01:00")
        #expect(head.count == 3)
        #expect(head.sum == Amount("1300.50"))
        #expect(head.initiator?.name == "Group Treasury")
        #expect(head.initiator?.identification == .init(.bic, "COBADEFFXXX"))
    }

    @Test func groups() throws {
        let groups = try #require(readPain(PainSamples.full).document.order?.groups)
        #expect(groups.map(\.id) == ["G-1", "G-2"])
        #expect(groups.map(\.method) == ["TRF", "CHK"])
        let group = try #require(groups.first)
        #expect(group.batchBooking == true)
        #expect(group.count == 2)
        #expect(group.sum == Amount("300.50"))
        #expect(group.type.priority == "HIGH")
        #expect(group.type.serviceLevel == PaymentCode("SEPA"))
        #expect(group.type.localInstrument == PaymentCode("FAST", isProprietary: true))
        #expect(group.type.categoryPurpose == PaymentCode("SUPP"))
        #expect(group.requestedOn?.description == "2026-03-03T08:00:00")
        #expect(group.payer?.address?.town == "München")
        #expect(group.payer?.address?.lines == ["Rear building"])
        #expect(group.payer?.identification == .init(.lei, "529900T8BM49AURSDO55"))
        #expect(group.payer?.account?.number == "DE89370400440532013000")
        #expect(group.payer?.account?.isIBAN == true)
        #expect(group.payer?.account?.currency == .eur)
        #expect(group.payer?.bank?.bic == "COBADEFFXXX")
        #expect(group.ultimatePayer?.name == "Our Subsidiary")
        #expect(group.chargeBearer == "SLEV")
        #expect(groups.last?.batchBooking == nil)
    }

    @Test func transfers() throws {
        let transfers = readPain(PainSamples.full).transfers
        let first = try #require(transfers.first)
        #expect(first.instructionId == "I-1")
        #expect(first.endToEndId == "E-1")
        #expect(first.uetr == "eb6305c9-1f7f-49de-aed0-16487c27b42d")
        #expect(first.amount == Amount("300.00"))
        #expect(first.payee?.name == "Müller & Söhne 有限公司")
        #expect(first.payee?.account?.scheme == PaymentCode("BBAN"))
        #expect(first.payee?.bank?.clearingNumber == "021000021")
        #expect(first.payee?.bank?.clearingSystem == PaymentCode("USABA"))
        #expect(first.payee?.bank?.name == "Bank of the West")
        #expect(
            first.payee?.identification == .init(.person, "77-1", scheme: PaymentCode("CUST")))
        #expect(first.ultimatePayee?.name == "Their Parent")
        #expect(first.purpose == PaymentCode("GDDS"))
        #expect(first.remittance == ["Refund of CN-7"])
        let block = try #require(first.structured.first)
        #expect(block.documents.map(\.number) == ["CN-7"])
        #expect(block.documents.map(\.type) == ["CREN"])
        #expect(block.documents.map(\.date) == [Day("2026-02-01")])
        #expect(block.remitted?.amount == Amount("300.00"))
        #expect(block.reference == .init(type: "SCOR", value: "RF18539007547034"))
        #expect(block.lines == ["as agreed"])
    }

    /// An amount in one currency of what arrives in another; an id that was not given; a check.
    @Test func equivalentAmountAndCheck() throws {
        let transfers = readPain(PainSamples.full).transfers
        #expect(transfers[1].endToEndId == nil)
        #expect(transfers[1].amount == Amount("0.50"))
        #expect(transfers[1].currency == .eur)
        #expect(transfers[1].transferCurrency == .usd)
        let check = try #require(transfers[2].check)
        #expect(check.type == "CCHQ")
        #expect(check.number == "000123")
        #expect(check.delivery == PaymentCode("MLCD"))
        #expect(check.memo == ["INV 1"])
    }

    @Test func collection() throws {
        let read = readPain(PainSamples.collection)
        #expect(read.codes == [])
        let group = try #require(read.document.order?.groups.first)
        #expect(group.payee?.name == "Our Company")
        #expect(group.payer == nil)
        #expect(group.creditorId == "DE98ZZZ09999999999")
        #expect(group.type.sequence == "FRST")
        #expect(group.requestedOn?.day == Day("2026-03-10"))
        let transfer = try #require(group.transfers.first)
        #expect(transfer.amount == Amount("39.90"))
        #expect(transfer.payer?.name == "Northwind Ltd")
        #expect(transfer.payer?.bank == nil)
        #expect(transfer.mandate?.id == "MN-1")
        #expect(transfer.mandate?.signedOn == Day("2025-01-02"))
    }

    @Test func status() throws {
        let read = readPain(PainSamples.status)
        #expect(read.codes == [])
        let file = try #require(read.document.status)
        #expect(file.head.id == "S-1")
        #expect(file.head.originalId == "MSG-77")
        #expect(file.head.originalMessage == "pain.001.001.09")
        #expect(file.head.originalCount == 2)
        #expect(file.head.originalSum == Amount("300.50"))
        #expect(file.head.status == "PART")
        let group = try #require(file.groups.first)
        #expect(group.originalId == "G-1")
        #expect(group.status == "PART")
        #expect(group.reasons.map(\.code) == [PaymentCode("SEE-BELOW", isProprietary: true)])
        #expect(group.transfers.map(\.status) == ["ACSC", "RJCT"])
        #expect(group.transfers.map(\.endToEndId) == ["E-1", "E-2"])
        #expect(group.transfers[0].acceptedAt?.time == "10:59:59")
        #expect(group.transfers[0].bankReference == "B-1")
        #expect(group.transfers[1].amount == Amount("0.50"))
        let reason = try #require(group.transfers[1].reasons.first)
        #expect(reason.originator == "COBADEFFXXX")
        #expect(reason.code == PaymentCode("AC01"))
        #expect(reason.lines == ["no such account"])
    }

    /// The head of the order comes out before its transfers, one at a time.
    @Test func eventsComeInOrder() {
        var reader = PainReader()
        var seen: [String] = []
        Array(PainSamples.full.utf8).withUnsafeBytes {
            reader.feed($0) { event in
                switch event {
                case .order: seen.append("order")
                case .group(let group): seen.append("group \(group.transfers.count)")
                case .transfer: seen.append("transfer")
                default: seen.append("other")
                }
            }
        }
        reader.finish { _ in seen.append("late") }
        #expect(
            seen == ["order", "group 0", "transfer", "transfer", "group 0", "transfer"])
    }

    @Test func recognised() {
        for text in [PainSamples.full, PainSamples.collection, PainSamples.status] {
            #expect(recognise(prefix: Array(text.utf8)) == .pain)
        }
        #expect(recognise(prefix: Array(CamtSamples.full.utf8)) == .camt)
    }

    @Test func json() {
        func json(_ text: String) -> String {
            String(decoding: readJSON(readPain(text), file: "x.xml"), as: UTF8.self)
        }
        let order = json(PainSamples.full)
        for part in [
            #"{"file":"x.xml","format":"pain.001.001.09","payments":[{"kind":"pay","id":"MSG-77","#,
            #""initiator":{"name":"Group Treasury","identification":"COBADEFFXXX"}"#,
            #""batchBooking":true,"count":"2","sum":"300.50","priority":"HIGH""#,
            #""payee":{"name":"Müller & Söhne 有限公司","account":"5512345678","bank":"021000021""#,
            #""remittance":["Refund of CN-7","as agreed"]"#,
            #""references":[{"type":"SCOR","value":"RF18539007547034"}]"#,
            #""documents":[{"type":"CREN","number":"CN-7","date":"2026-02-01","amount":"300.00"}]"#,
            #""transferCurrency":"USD""#, #""checkNumber":"000123""#,
            #""check":{"type":"CCHQ","delivery":"MLCD","memo":["INV 1"]}"#, #""findings":[]"#,
        ] {
            #expect(order.contains(part), "\(part)")
        }
        #expect(json(PainSamples.collection).contains(#""kind":"collect""#))
        #expect(json(PainSamples.collection).contains(#""mandate":"MN-1""#))
        let status = json(PainSamples.status)
        for part in [
            #""kind":"status""#, #""originalId":"MSG-77","originalCount":"2""#,
            #""reasons":[{"code":"AC01","originator":"COBADEFFXXX","text":["no such account"]}]"#,
        ] {
            #expect(status.contains(part), "\(part)")
        }
        #expect(json("<a>").contains(#""format":null"#))
    }
}
