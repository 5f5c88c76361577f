/// Cuts a file of X12 or EDIFACT interchanges into segments, byte by byte, so that pieces make no
/// difference.
///
/// X12 says its separators in the header ISA: the byte behind the tag, the one behind its sixteenth
/// separator, and the next, which ends segments. EDIFACT has `+`, `:`, `?` and `'` unless UNA says
/// otherwise. Line breaks are no part of a value in either and are passed over, unless they end the
/// segments themselves.
struct EDIScanner {
    enum Syntax { case x12, edifact }

    enum Event {
        case segment(EDISegment, Syntax)
        case finding(EDIFinding, at: String, value: String?)
    }

    /// Of the first interchange, and so of the file; nil while nothing is known.
    private(set) var syntax: Syntax?
    private(set) var segment = EDISegment()

    private struct Separators {
        var element = UInt8(ascii: "+")
        /// Nil in X12, whose remittances have no composites: what looks like one is content.
        var component: UInt8? = UInt8(ascii: ":")
        var release: UInt8? = UInt8(ascii: "?")
        var terminator = UInt8(ascii: "'")
    }

    private enum Mode {
        /// Before the first tag.
        case start
        case segment
        case isa
        case una
        /// The separators are unknown, so nothing more can be read.
        case lost
    }

    private var mode = Mode.start
    private var separators = Separators()
    private var isReleased = false
    /// Separators of its own stand before the next UNB.
    private var hasUNA = false
    /// ISA or UNA as it comes.
    private var header: [UInt8] = []
    private var headerCuts = 0

    /// ISA without its terminator, by the standard.
    private static let headerLength = 105

    mutating func feed(_ bytes: UnsafeRawBufferPointer, _ emit: (Event) -> Void) {
        for byte in bytes {
            switch mode {
            case .segment: step(byte, emit)
            case .start: start(byte, emit)
            case .isa: stepISA(byte, emit)
            case .una: stepUNA(byte, emit)
            case .lost: return
            }
        }
    }

    /// Hands out a last segment that nothing ends.
    mutating func finish(_ emit: (Event) -> Void) {
        switch mode {
        case .segment: end(emit)
        case .start: emit(.finding(.noInterchange, at: "segment 1", value: segment[0]))
        case .isa, .una: emit(.finding(.cutOff, at: segment.place, value: nil))
        case .lost: break
        }
    }

    private mutating func start(_ byte: UInt8, _ emit: (Event) -> Void) {
        let isMark = byte == 0xEF || byte == 0xBB || byte == 0xBF
        if segment.isEmpty, byte <= 0x20 || isMark { return }
        segment.append(byte)
        guard segment.bytes.count == 3 else { return }
        switch segment.bytes {
        case Array("ISA".utf8): syntax = .x12
        case Array("UNA".utf8), Array("UNB".utf8): syntax = .edifact
        default:
            emit(.finding(.noInterchange, at: "segment 1", value: segment[0]))
            mode = .lost
            return
        }
        mode = .segment
        segment.number = 1
        tagged()
    }

    private mutating func step(_ byte: UInt8, _ emit: (Event) -> Void) {
        if isReleased, byte != 0x0A, byte != 0x0D {
            isReleased = false
            segment.append(byte)
            return
        }
        if byte == separators.terminator {
            end(emit)
        } else if byte == 0x0A || byte == 0x0D {
            return
        } else if byte == separators.element {
            segment.cut(isElement: true)
        } else if byte == separators.component {
            segment.cut(isElement: false)
        } else if byte == separators.release {
            isReleased = true
        } else if segment.isEmpty, byte <= 0x20 {
            return
        } else {
            segment.append(byte)
            if segment.isTag, segment.bytes.count == 3 { tagged() }
        }
    }

    /// Three letters of a segment are known: those that bring separators of their own.
    private mutating func tagged() {
        if syntax == .x12 {
            if segment.bytes != Array("ISA".utf8) { return }
            mode = .isa
            header = segment.bytes
            headerCuts = 0
        } else if segment.bytes == Array("UNA".utf8) {
            mode = .una
            header = []
        } else if segment.bytes == Array("UNB".utf8) {
            if !hasUNA { separators = Separators() }
            hasUNA = false
        }
    }

    private mutating func stepISA(_ byte: UInt8, _ emit: (Event) -> Void) {
        if headerCuts == 16, header.last != header[3] {
            endISA(byte, emit)
            return
        }
        if byte == 0x0A || byte == 0x0D { return }
        header.append(byte)
        if header.count == 4 ? !Self.canSeparate(byte) : header.count > 512 {
            lose(emit)
        } else if byte == header[3] {
            headerCuts += 1
            // ISA16 cannot be the separator itself.
            if headerCuts > 16 { lose(emit) }
        }
    }

    private mutating func endISA(_ byte: UInt8, _ emit: (Event) -> Void) {
        let element = header[3]
        let isLineEnd = byte == 0x0A || byte == 0x0D
        guard isLineEnd || Self.canSeparate(byte), byte != element, byte != header.last else {
            lose(emit)
            return
        }
        separators = Separators(
            element: element, component: nil, release: nil, terminator: byte)
        if header.count != Self.headerLength {
            emit(.finding(.headerWidth, at: segment.place, value: "\(header.count + 1)"))
        }
        for byte in header.dropFirst(3) {
            if byte == element { segment.cut(isElement: true) } else { segment.append(byte) }
        }
        mode = .segment
        end(emit)
    }

    private mutating func stepUNA(_ byte: UInt8, _ emit: (Event) -> Void) {
        header.append(byte)
        guard header.count == 6 else { return }
        let (component, element, release, terminator) =
            (header[0], header[1], header[3], header[5])
        let isLineEnd = terminator == 0x0A || terminator == 0x0D
        guard Self.canSeparate(component), Self.canSeparate(element), component != element,
            isLineEnd || Self.canSeparate(terminator), terminator != element,
            terminator != component
        else {
            lose(emit)
            return
        }
        // A release that is another separator would hide it.
        let hasRelease =
            Self.canSeparate(release)
            && ![component, element, terminator].contains(release)
        separators = Separators(
            element: element, component: component, release: hasRelease ? release : nil,
            terminator: terminator)
        hasUNA = true
        segment.clear()
        mode = .segment
    }

    private static func canSeparate(_ byte: UInt8) -> Bool {
        !byte.isDigit && !byte.isLetter && byte != 0x20 && byte != 0x0A && byte != 0x0D
            && byte != 0 && byte < 0x80
    }

    private mutating func lose(_ emit: (Event) -> Void) {
        mode = .lost
        let shown = header.withUnsafeBufferPointer { ByteRun($0).upTo(200).text }
        emit(.finding(.headerUnreadable, at: segment.place, value: shown))
    }

    private mutating func end(_ emit: (Event) -> Void) {
        isReleased = false
        if segment.isEmpty { return }
        if segment.isCut { emit(.finding(.segmentTooLong, at: segment.place, value: nil)) }
        if let syntax { emit(.segment(segment, syntax)) }
        segment.clear()
        if segment.number < Int.max { segment.number += 1 }
    }
}
