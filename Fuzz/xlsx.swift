// Fuzzes the reader of workbooks: the whole file, and, since no checksum of an archive survives a
// change, its parts alone, which say the same in pieces as whole.
import Formats

private let limits: WorkbookLimits = {
    var limits = WorkbookLimits()
    // A million columns of nothing are slow to compare, not to read.
    limits.cells = 200_000
    return limits
}()

private struct Heard: Equatable {
    var events: [WorkbookEvent] = []
    var end: Finding?
    var strings: [String] = []
    var sheets: [String] = []
    var formats: [NumberFormat] = []
}

/// One part, given in pieces of `size`, as the kind that the first byte says.
private func heard(_ bytes: UnsafeRawBufferPointer, as kind: UInt8, pieces size: Int) -> Heard {
    var heard = Heard()
    var strings = SharedStrings()
    strings.append(Array("shared".utf8))
    withoutActuallyEscaping({ heard.events.append($0) }) { emit in
        let output = WorkbookOutput(limits: limits, emit: emit)
        let shared = SharedStringsPart(name: "strings", limits: limits)
        let styles = StylesPart(name: "styles", limits: limits)
        let directory = WorkbookDirectory(name: "workbook", limits: limits)
        let part: WorkbookPart =
            switch kind % 5 {
            case 0: shared
            case 1: styles
            case 2: directory
            case 3: RelationshipsPart(of: "xl/workbook.xml", limits: limits)
            default:
                SheetPart(
                    name: "S", strings, [.number, .date, .time], kind < 128 ? .of1900 : .of1904,
                    limits: limits, output: output)
            }
        do throws(WorkbookFault) {
            let parser = try WorkbookPartParser(part, name: "part", limits: limits)
            for start in stride(from: 0, to: bytes.count, by: size) {
                let end = min(start + size, bytes.count)
                try parser.parse(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
            }
            try parser.finish()
        } catch {
            heard.end = error.finding
        }
        heard.strings = (0..<shared.strings.count).compactMap { number in
            shared.strings.with(number) { $0.string }
        }
        heard.formats = styles.formats
        heard.sheets = directory.sheets.map(\.name)
    }
    return heard
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzWorkbooks(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = UnsafeRawBufferPointer(start: start, count: count)
    _ = WorkbookReader.isWorkbook(prefix: bytes)
    guard let first = bytes.first else { return 0 }
    if first == UInt8(ascii: "P") || first == 0xD0 {
        var reader = WorkbookReader(Array(bytes), limits: limits)
        var events = 0
        reader.read { _ in events += 1 }
        return 0
    }
    let part = UnsafeRawBufferPointer(rebasing: bytes.dropFirst())
    let whole = heard(part, as: first, pieces: max(part.count, 1))
    let pieces = heard(part, as: first, pieces: 1 + count % 61)
    precondition(whole.events == pieces.events, "pieces are read otherwise than the whole")
    precondition(whole.end?.code == pieces.end?.code, "pieces end otherwise than the whole")
    precondition(
        whole.strings == pieces.strings && whole.formats == pieces.formats
            && whole.sheets == pieces.sheets, "pieces of a part hold other things than the whole")
    return 0
}
