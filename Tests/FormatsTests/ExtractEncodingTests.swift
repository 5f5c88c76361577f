import Formats
import Testing

/// The same extract in every encoding that exporters use, found by content.
@Suite struct ExtractEncodingTests {
    private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let halves = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return bigEndian ? halves.reversed() : halves
        }
    }

    private func check(_ bytes: [UInt8]) {
        let parsed = Extract.read(bytes)
        #expect(parsed.complaints == [])
        #expect(parsed.document.rows == Extract.read(ExtractSample.chinese.utf8).document.rows)
        #expect(parsed.invoices.map(\.customer) == ["客户甲", "客户乙"])
    }

    @Test func utf8() {
        check(Array(ExtractSample.chinese.utf8))
        check([0xEF, 0xBB, 0xBF] + Array(ExtractSample.chinese.utf8))
    }

    @Test func utf16() {
        check([0xFF, 0xFE] + utf16(ExtractSample.chinese, bigEndian: false))
        check([0xFE, 0xFF] + utf16(ExtractSample.chinese, bigEndian: true))
        check(utf16(ExtractSample.chinese, bigEndian: false))
        check(utf16(ExtractSample.chinese, bigEndian: true))
    }

    /// 客户,公司,名称 / C1,CN01,北京㐂 (the last character needs four bytes) / with 帐 for 账 in the header.
    private let gb18030: [UInt8] =
        [0xBF, 0xCD, 0xBB, 0xA7, 0x2C, 0xB9, 0xAB, 0xCB, 0xBE, 0x2C, 0xC3, 0xFB, 0xB3, 0xC6]
        + [0x2C, 0xD2, 0xF8, 0xD0, 0xD0, 0xD5, 0xCA, 0xBA, 0xC5, 0x0D, 0x0A]
        + Array("C1,CN01,".utf8) + [0xB1, 0xB1, 0xBE, 0xA9, 0x81, 0x39, 0xEF, 0x31]
        + Array(",6222|6223\r\n".utf8)

    @Test func gb18030Header() {
        let parsed = Extract.read(gb18030)
        #expect(parsed.complaints == [])
        guard case .customer(let customer)? = parsed.document.rows.first else {
            Issue.record("no customer in \(parsed)")
            return
        }
        #expect(customer.name.unicodeScalars.first == "北")
        #expect(customer.name.unicodeScalars.count == 3)
        #expect(customer.accounts == ["6222", "6223"])
    }

    /// The first Chinese name may come a million rows down.
    @Test func gb18030BehindMuchASCII() {
        var bytes = Array("customer,entity,name\n".utf8)
        for number in 0..<20_000 { bytes += Array("C\(number),DE01,Name\n".utf8) }
        bytes += Array("CX,CN01,".utf8) + [0xB1, 0xB1, 0xBE, 0xA9] + [0x0A]
        let parsed = Extract.read(bytes)
        #expect(parsed.complaints == [])
        guard case .customer(let customer)? = parsed.document.rows.last else {
            Issue.record("no customer")
            return
        }
        #expect(customer.name == "北京")
    }

    /// `ül` and `é,` in Latin-1 must not turn into Chinese.
    @Test func latin1IsSaidNotGuessed() {
        let name: [UInt8] = [0x4D, 0xFC, 0x6C, 0x6C, 0x65, 0x72]
        let parsed = Extract.read(Array("customer,entity,name\nC1,DE01,".utf8) + name + [0x0A])
        #expect(parsed.codes == ["csv-text-unreadable"])
        #expect(parsed.findings.first?.place == "row 2, name")
        #expect(parsed.document.rows == [])
        #expect(parsed.document.rejected == ["C1"])
    }

    @Test func oneBadByteDoesNotTurnUTF8IntoGB18030() {
        var bytes = Array(ExtractSample.chinese.utf8)
        let last = bytes.lastIndex { $0 >= 0x80 } ?? 0
        bytes[last] = 0x20
        let parsed = Extract.read(bytes)
        #expect(parsed.codes == ["csv-text-unreadable"])
        #expect(parsed.findings.first?.place == "row 3, customer (客户编号)")
    }

    @Test func halfACharacterAtTheEnd() {
        let cut = Extract.read(
            [0xFF, 0xFE] + utf16("customer;entity;name\nC1;DE01;N", bigEndian: false) + [0x41])
        #expect(cut.codes == ["csv-last-line-not-ended", "csv-text-unreadable"])
        let half = Extract.read(Array(gb18030.dropLast(13)))
        #expect(half.codes.contains("csv-text-unreadable"))
        #expect(half.document.rows == [])
    }
}
