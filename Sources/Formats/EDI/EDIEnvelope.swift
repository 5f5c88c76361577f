/// Interchange, group and message around each other, with the control number of each header and the
/// count that its trailer must name.
struct EDIEnvelope {
    enum Rank: Int { case interchange, group, message }

    private struct Level {
        var control: String?
        /// Groups or messages directly inside; of a message its segments.
        var parts = 0
    }

    private var levels: [Level?] = [nil, nil, nil]

    var hasMessage: Bool { levels[Rank.message.rawValue] != nil }

    /// Counts a segment of the open message, headers and trailers included.
    mutating func count() { levels[Rank.message.rawValue]?.parts += 1 }

    mutating func open(
        _ rank: Rank, control: String?, at segment: EDISegment, _ log: inout EDILog
    ) {
        closeInside(rank.rawValue, at: segment.place, &log)
        let outside = levels[..<rank.rawValue].lastIndex { $0 != nil }
        if let outside {
            levels[outside]?.parts += 1
        } else if rank != .interchange {
            log.note(.segmentMisplaced, at: segment.place)
        }
        levels[rank.rawValue] = Level(control: control)
        if rank == .message { count() }
    }

    /// Holds a trailer against its header. `isProven` says that the amounts of a message add up, so
    /// that a wrong number of segments loses nothing.
    mutating func close(
        _ rank: Rank, count: String?, control: String?, isProven: Bool = false,
        at segment: EDISegment, _ log: inout EDILog
    ) {
        closeInside(rank.rawValue + 1, at: segment.place, &log)
        guard let level = levels[rank.rawValue] else {
            log.note(.segmentMisplaced, at: segment.place)
            return
        }
        levels[rank.rawValue] = nil
        if let said = count.flatMap(EDIValue.count) {
            if said != level.parts {
                log.note(
                    isProven ? .segmentsDiffer : .countsDiffer, at: segment.place, count,
                    detail: "\(level.parts) ≠ \(said)")
            }
        } else {
            log.note(.countUnreadable, at: segment.place, count)
        }
        if Self.number(control) != Self.number(level.control) {
            log.note(
                .controlDiffers, at: segment.place, control,
                detail: "\(level.control ?? "—") ≠ \(control ?? "—")")
        }
    }

    mutating func finish(at place: String, _ log: inout EDILog) { closeInside(0, at: place, &log) }

    /// What has no trailer, told once.
    private mutating func closeInside(_ rank: Int, at place: String, _ log: inout EDILog) {
        guard rank < levels.count, levels[rank...].contains(where: { $0 != nil }) else { return }
        log.note(.cutOff, at: place)
        for inside in rank..<levels.count { levels[inside] = nil }
    }

    /// Senders fill control numbers with zeros in one place and not in the other.
    private static func number(_ control: String?) -> Substring {
        guard let control else { return "" }
        return control.drop { $0 == "0" }
    }
}
