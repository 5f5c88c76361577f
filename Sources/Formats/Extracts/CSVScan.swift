/// What a byte means to the scan of a row.
enum ByteKind: UInt8 {
    case ordinary, separator, quote, lineFeed, carriageReturn, control, high

    static func fill(_ kinds: UnsafeMutablePointer<ByteKind>, separator: UInt8) {
        for byte in 0...255 {
            kinds[byte] = byte < 0x20 || byte == 0x7F ? .control : byte < 0x80 ? .ordinary : .high
        }
        kinds[Int(UInt8(ascii: "\""))] = .quote
        kinds[Int(UInt8(ascii: "\n"))] = .lineFeed
        kinds[Int(UInt8(ascii: "\r"))] = .carriageReturn
        kinds[Int(separator)] = .separator
    }
}

extension CSVReader {
    /// One pass over the bytes, each looked at once, to the end of the row or of the bytes.
    ///
    /// The scan never goes beyond the byte that makes a field or row too long, so the same file
    /// breaks at the same byte however it is cut into pieces.
    func scan() -> Next? {
        let base = buffer.base
        let end = buffer.count
        let kinds = self.kinds
        while true {
            switch mode {
            case .over: return nil
            case .skipping:
                guard skipLine(base, end) else { return nil }
            case .rowStart:
                if afterReturn, place < end {
                    afterReturn = false
                    if base[place] == UInt8(ascii: "\n") { place += 1 }
                }
                guard place < end else {
                    rowStart = place
                    return nil
                }
                (rowStart, rowLine, fields) = (place, line, 0)
                (hasHigh, hasControl) = (false, false)
                mode = .fieldStart
            case .fieldStart:
                guard place < end else { return nil }
                fieldHasDoubles = false
                if base[place] == UInt8(ascii: "\"") {
                    place += 1
                    mode = .quoted
                } else {
                    mode = .plain
                }
                fieldStart = place
            case .plain:
                let stop = min(end, limit)
                var at = place
                var stopper = ByteKind.ordinary
                while at < stop {
                    let kind = kinds[Int(base[at])]
                    if kind == .ordinary || kind == .quote {
                        at += 1
                    } else if kind == .high {
                        hasHigh = true
                        at += 1
                    } else if kind == .control {
                        hasControl = true
                        at += 1
                    } else {
                        stopper = kind
                        break
                    }
                }
                place = at
                if stopper == .ordinary {
                    if at == limit { return tooLong() }
                    return nil
                }
                fieldEnd = at
                if let next = closeField(stopper) { return next }
            case .quoted:
                let stop = min(end, limit)
                guard scanQuoted(base, stop) else {
                    if place == limit { return tooLong() }
                    return nil
                }
            case .quoteClosed:
                guard place < end else { return nil }
                guard place < limit else { return tooLong() }
                let kind = kinds[Int(base[place])]
                switch kind {
                case .quote:
                    fieldHasDoubles = true
                    place += 1
                    mode = .quoted
                case .separator, .lineFeed, .carriageReturn:
                    if let next = closeField(kind) { return next }
                // Blanks, and the tabs that banks put behind long numbers.
                case _ where base[place] == 0x20 || base[place] == 0x09: place += 1
                default:
                    mode = .skipping
                    return .broken(.csvQuoteMisplaced, line: rowLine)
                }
            }
        }
    }

    /// The place that no field or row may reach.
    private var limit: Int {
        min(fieldStart + CSVReader.longestField, rowStart + CSVReader.longestRow) + 1
    }

    private func tooLong() -> Next {
        mode = .skipping
        let field = place > fieldStart + CSVReader.longestField
        return .broken(field ? .csvFieldTooLong : .csvRowTooLong, line: rowLine)
    }

    /// To the closing quote, or what may be one; false where the bytes end before.
    private func scanQuoted(_ base: UnsafeMutablePointer<UInt8>, _ stop: Int) -> Bool {
        while place < stop {
            let byte = base[place]
            let kind = kinds[Int(byte)]
            place += 1
            switch kind {
            case .quote:
                fieldEnd = place - 1
                mode = .quoteClosed
                return true
            case .high: hasHigh = true
            case .lineFeed:
                hasControl = true
                if place - 1 == fieldStart || base[place - 2] != UInt8(ascii: "\r") { line += 1 }
            case .carriageReturn:
                hasControl = true
                line += 1
            case .control: hasControl = true
            case .separator: hasControl = hasControl || byte == UInt8(ascii: "\t")
            case .ordinary: break
            }
        }
        return false
    }

    /// The field has ended at a separator or line end; a row where it was the last.
    private func closeField(_ stopper: ByteKind) -> Next? {
        guard addField() else {
            mode = .skipping
            return .broken(.csvTooManyColumns, line: rowLine)
        }
        place += 1
        if stopper == .separator {
            mode = .fieldStart
            return nil
        }
        afterReturn = stopper == .carriageReturn
        line += 1
        mode = .rowStart
        return .row(row())
    }

    func addField() -> Bool {
        guard fields < CSVReader.mostColumns else { return false }
        if fieldHasDoubles { halveQuotes() }
        spans[fields] = CSVRow.Span(
            start: Int32(fieldStart - rowStart), end: Int32(fieldEnd - rowStart))
        fields += 1
        return true
    }

    func row() -> CSVRow {
        CSVRow(
            line: rowLine, count: fields, hasHighBytes: hasHigh, hasControlBytes: hasControl,
            base: UnsafePointer(buffer.base + rowStart), spans: UnsafePointer(spans))
    }

    /// Each `""` of the field becomes `"`, in place.
    private func halveQuotes() {
        let base = buffer.base
        var (from, to) = (fieldStart, fieldStart)
        while from < fieldEnd {
            base[to] = base[from]
            to += 1
            from += base[from] == UInt8(ascii: "\"") ? 2 : 1
        }
        fieldEnd = to
    }

    /// Leaves a broken row at the next line end, whether or not that stands in quotes.
    private func skipLine(_ base: UnsafeMutablePointer<UInt8>, _ end: Int) -> Bool {
        while place < end {
            let byte = base[place]
            place += 1
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                line += 1
                afterReturn = byte == UInt8(ascii: "\r")
                mode = .rowStart
                return true
            }
        }
        return false
    }
}
