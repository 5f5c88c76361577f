extension Workload {
    /// The receipts of the workload as a workbook with the columns of ``writeTable(to:entries:)``,
    /// its parts stored as they are. A workbook has at most 32 MB, so at most 60,000 rows.
    public func writeWorkbook(to path: String, entries: Int = 100_000) throws(FileFailed) {
        let sheet = try TextFile(path + ".sheet")
        sheet.write(
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
        )
        row(
            [
                "交易日期", "交易流水号", "借方发生额", "贷方发生额", "余额", "对方户名", "对方账号", "摘要",
            ], numbers: [], sheet)
        var balance = Self.opening
        let count = min(entries, Self.workbookRows)
        for index in 0..<count {
            let payment = payment(index, of: entries)
            let (name, account) = payer(payment)
            balance += payment.amount
            row(
                [
                    "2026-06-29", payment.bankReference, "", Self.plain(payment.amount),
                    Self.plain(balance), name.wired, account, text(payment),
                ], numbers: [3, 4], sheet)
            try sheet.rowEnds()
        }
        sheet.write("</sheetData></worksheet>")
        try sheet.close()
        let parts: [(String, [UInt8])] = [
            ("[Content_Types].xml", Array(Self.types.utf8)),
            ("_rels/.rels", Array(Self.relations("officeDocument", "xl/workbook.xml").utf8)),
            ("xl/workbook.xml", Array(Self.workbook.utf8)),
            (
                "xl/_rels/workbook.xml.rels",
                Array(Self.relations("worksheet", "worksheets/sheet1.xml").utf8)
            ),
            ("xl/worksheets/sheet1.xml", try TextFile.read(path + ".sheet")),
        ]
        try TextFile.write(StoredArchive.bytes(of: parts), to: path)
        TextFile.remove(path + ".sheet")
    }

    /// How many rows the workbook of the workload has at most.
    public static let workbookRows = 60_000

    private static func plain(_ minor: Int64) -> String {
        let cents = String(minor % 100)
        return "\(minor / 100).\(cents.count < 2 ? "0" : "")\(cents)"
    }

    private func row(_ cells: [String], numbers: Set<Int>, _ file: TextFile) {
        file.write("<row>")
        for (place, cell) in cells.enumerated() {
            if numbers.contains(place) {
                file.write("<c><v>")
                file.write(cell)
                file.write("</v></c>")
            } else {
                file.write("<c t=\"inlineStr\"><is><t>")
                file.write(cell)
                file.write("</t></is></c>")
            }
        }
        file.write("</row>")
    }

    private static let types = """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
        <Default Extension="xml" ContentType="application/xml"/></Types>
        """
    private static let workbook = """
        <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
        <sheets><sheet name="1" sheetId="1" r:id="r1"/></sheets></workbook>
        """

    private static func relations(_ type: String, _ target: String) -> String {
        """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
        <Relationship Id="r1" Target="\(target)" \
        Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/\(type)"/>\
        </Relationships>
        """
    }
}

/// A ZIP archive whose parts are not compressed (APPNOTE 6.3.3).
enum StoredArchive {
    static func bytes(of parts: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for (name, bytes) in parts {
            let offset = UInt32(file.count)
            var head: [UInt8] = []
            head += two(20) + two(0) + two(0) + two(0) + two(0x21)
            head += four(crc(bytes)) + four(UInt32(bytes.count)) + four(UInt32(bytes.count))
            head += two(UInt16(name.utf8.count)) + two(0)
            file += four(0x0403_4B50) + head + Array(name.utf8) + bytes
            directory += four(0x0201_4B50) + two(20) + head + two(0) + two(0) + two(0) + four(0)
            directory += four(offset) + Array(name.utf8)
        }
        let start = UInt32(file.count)
        let count = UInt16(parts.count)
        return file + directory + four(0x0605_4B50) + two(0) + two(0) + two(count) + two(count)
            + four(UInt32(directory.count)) + four(start) + two(0)
    }

    private static func two(_ value: UInt16) -> [UInt8] {
        [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
    }

    private static func four(_ value: UInt32) -> [UInt8] {
        two(UInt16(truncatingIfNeeded: value)) + two(UInt16(truncatingIfNeeded: value >> 16))
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        var crc = ~UInt32(0)
        for byte in bytes { crc = table[Int((crc ^ UInt32(byte)) & 0xFF)] ^ crc >> 8 }
        return ~crc
    }

    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { rest, _ in
            rest & 1 == 1 ? 0xEDB8_8320 ^ rest >> 1 : rest >> 1
        }
    }
}
