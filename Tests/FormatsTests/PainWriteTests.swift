import Ledger
import Testing

@testable import Formats

/// What is written is valid under the schemas, is read as it was meant, and is the same each time.
@Suite struct PainWriteTests {
    static let seeds = UInt64(1)...120

    @Test(arguments: PaymentOrderWriter.Version.allCases)
    func ordersAreReadAsTheyWereWritten(_ version: PaymentOrderWriter.Version) throws {
        for seed in Self.seeds {
            var generator = PainGenerator(seed: seed, isOld: version == .v03)
            let order = generator.order()
            let written = PaymentOrderWriter(version).write(order)
            #expect(written.findings == [], "seed \(seed)")
            let bytes = try #require(written.bytes, "seed \(seed)")
            let read = readPain(bytes)
            #expect(read.findings == [], "seed \(seed)")
            #expect(read.document.format == version.rawValue)
            let isSame = read.document.order == order
            #expect(isSame, "seed \(seed)")
            #expect(PaymentOrderWriter(version).write(order).bytes == bytes, "seed \(seed)")
        }
    }

    @Test(arguments: PaymentStatusWriter.Version.allCases)
    func answersAreReadAsTheyWereWritten(_ version: PaymentStatusWriter.Version) throws {
        for seed in Self.seeds {
            var generator = PainGenerator(seed: seed, isOld: version == .v03)
            let answer = generator.answer()
            let written = PaymentStatusWriter(version).write(answer)
            #expect(written.findings == [], "seed \(seed)")
            let read = readPain(try #require(written.bytes, "seed \(seed)"))
            #expect(read.findings == [], "seed \(seed)")
            #expect(read.document.format == version.rawValue)
            let isSame = read.document.status == answer
            #expect(isSame, "seed \(seed)")
        }
    }

    @Test(
        .enabled(if: PainSchemas.isThere, "no schemas (ACQUIT_CORPUS) or no xmllint"),
        arguments: PaymentOrderWriter.Version.allCases)
    func ordersAreValid(_ version: PaymentOrderWriter.Version) throws {
        let files = Self.seeds.compactMap { seed -> [UInt8]? in
            var generator = PainGenerator(seed: seed, isOld: version == .v03)
            return PaymentOrderWriter(version).write(generator.order()).bytes
        }
        #expect(files.count == Self.seeds.count)
        #expect(try PainSchemas.faults(files, message: version.rawValue) == "")
    }

    /// Of pain.002.001.10 there is no schema at hand; that of .12 has the same elements here.
    @Test(
        .enabled(if: PainSchemas.isThere, "no schemas (ACQUIT_CORPUS) or no xmllint"),
        arguments: [
            (PaymentStatusWriter.Version.v03, "pain.002.001.03"), (.v10, "pain.002.001.12"),
        ])
    func answersAreValid(_ version: PaymentStatusWriter.Version, _ schema: String) throws {
        let files = Self.seeds.compactMap { seed -> [UInt8]? in
            var generator = PainGenerator(seed: seed, isOld: version == .v03)
            let bytes = PaymentStatusWriter(version).write(generator.answer()).bytes
            return bytes.map {
                Array(
                    String(decoding: $0, as: UTF8.self)
                        .replacing("xsd:" + version.rawValue, with: "xsd:" + schema).utf8)
            }
        }
        #expect(files.count == Self.seeds.count)
        #expect(try PainSchemas.faults(files, message: schema) == "")
    }

    /// The check itself must be able to fail.
    @Test(.enabled(if: PainSchemas.isThere, "no schemas (ACQUIT_CORPUS) or no xmllint"))
    func theSchemaSeesAFault() throws {
        let text = PainSamples.order(PainSamples.transfer("1.00", id: "E-1"))
        let broken = text.replacing("<PmtMtd>TRF</PmtMtd>", with: "")
        #expect(
            try PainSchemas.faults([Array(text.utf8)], message: "pain.001.001.09") == "")
        #expect(
            try PainSchemas.faults([Array(broken.utf8)], message: "pain.001.001.09")
                .contains("PmtMtd"))
    }

    @Test func theSamplesAreValidAndRewritten() throws {
        let order = try #require(readPain(PainSamples.full).document.order)
        let written = PaymentOrderWriter().write(order)
        #expect(written.findings == [])
        let bytes = try #require(written.bytes)
        var again = try #require(readPain(bytes).document.order)
        // The second group had no totals of its own.
        #expect(again.groups[1].count == 1)
        again.groups[1].count = nil
        again.groups[1].sum = nil
        #expect(again == order)
    }

    @Test func theBytes() throws {
        var order = PaymentOrderFile()
        order.head.id = "M-1"
        order.head.createdAt = PaymentDate(try #require(Day("2026-03-02")), time: "09:30:00Z")
        order.head.initiator = PaymentParty(name: "Our Company")
        var group = PaymentGroup()
        group.id = "G-1"
        group.method = "TRF"
        group.requestedOn = PaymentDate(try #require(Day("2026-03-03")))
        group.payer = PaymentParty(name: "Our Company")
        group.payer?.account = PaymentAccount(iban: "DE89370400440532013000")
        var transfer = PaymentTransfer()
        transfer.endToEndId = "E-1"
        (transfer.amount, transfer.currency) = (Amount("1"), .eur)
        transfer.payee = PaymentParty(name: "A & B <C>")
        transfer.payee?.account = PaymentAccount(iban: "DE02120300000000202051")
        group.transfers = [transfer]
        order.groups = [group]
        let bytes = try #require(PaymentOrderWriter(.v03).write(order).bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == Self.bytes)
    }

    static let bytes = """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.03">
          <CstmrCdtTrfInitn>
            <GrpHdr>
              <MsgId>M-1</MsgId>
              <CreDtTm>2026-03-02T09:30:00Z</CreDtTm>
              <NbOfTxs>1</NbOfTxs>
              <CtrlSum>1.00</CtrlSum>
              <InitgPty>
                <Nm>Our Company</Nm>
              </InitgPty>
            </GrpHdr>
            <PmtInf>
              <PmtInfId>G-1</PmtInfId>
              <PmtMtd>TRF</PmtMtd>
              <NbOfTxs>1</NbOfTxs>
              <CtrlSum>1.00</CtrlSum>
              <ReqdExctnDt>2026-03-03</ReqdExctnDt>
              <Dbtr>
                <Nm>Our Company</Nm>
              </Dbtr>
              <DbtrAcct>
                <Id>
                  <IBAN>DE89370400440532013000</IBAN>
                </Id>
              </DbtrAcct>
              <DbtrAgt>
                <FinInstnId>
                  <Othr>
                    <Id>NOTPROVIDED</Id>
                  </Othr>
                </FinInstnId>
              </DbtrAgt>
              <CdtTrfTxInf>
                <PmtId>
                  <EndToEndId>E-1</EndToEndId>
                </PmtId>
                <Amt>
                  <InstdAmt Ccy="EUR">1.00</InstdAmt>
                </Amt>
                <Cdtr>
                  <Nm>A &amp; B &lt;C&gt;</Nm>
                </Cdtr>
                <CdtrAcct>
                  <Id>
                    <IBAN>DE02120300000000202051</IBAN>
                  </Id>
                </CdtrAcct>
              </CdtTrfTxInf>
            </PmtInf>
          </CstmrCdtTrfInitn>
        </Document>

        """
}
