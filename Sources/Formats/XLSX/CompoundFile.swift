/// The container of older Office documents (MS-CFB), which also wraps workbooks encrypted with a
/// password (MS-OFFCRYPTO). It is not read, only told apart by the names of its streams.
enum CompoundFile {
    static func begins(_ bytes: ByteRun) -> Bool {
        let magic: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        return bytes.count >= magic.count && bytes.upTo(magic.count).buffer.elementsEqual(magic)
    }

    static func fault(_ bytes: ByteRun) -> WorkbookFault {
        // Names are UTF-16LE; a zero between the letters is all the difference.
        if bytes.index(of: "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0") != nil {
            return WorkbookFault(.password, at: "file")
        }
        let isWorkbook =
            bytes.index(of: "W\0o\0r\0k\0b\0o\0o\0k\0\0\0") != nil
            || bytes.index(of: "B\0o\0o\0k\0\0\0") != nil
        return WorkbookFault(isWorkbook ? .olderFormat : .notAWorkbook, at: "file")
    }
}
