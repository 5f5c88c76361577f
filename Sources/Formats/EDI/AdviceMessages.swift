/// The messages of one syntax, each an advice between its first and its last segment.
protocol AdviceMessages {
    static var syntax: EDIScanner.Syntax { get }
    var envelope: EDIEnvelope { get set }
    /// The advice that is being read; nil between messages, and in one of another kind.
    var draft: AdviceDraft? { get set }
}

extension AdviceMessages {
    /// The last segment of a message, which has its count and control number.
    mutating func end(_ segment: EDISegment, _ log: inout EDILog) {
        envelope.count()
        let proof = draft?.prove(Self.syntax, at: segment.place, &log) ?? nil
        abandon(&log)
        envelope.close(
            .message, count: segment[1], control: segment[2], isProven: proof == true, at: segment,
            &log)
    }

    /// Hands the advice on as far as it was read.
    mutating func abandon(_ log: inout EDILog) {
        draft?.end(&log)
        if let advice = draft?.advice { log.events.append(.advice(advice)) }
        draft = nil
    }

    mutating func finish(at place: String, _ log: inout EDILog) {
        abandon(&log)
        envelope.finish(at: place, &log)
    }
}
