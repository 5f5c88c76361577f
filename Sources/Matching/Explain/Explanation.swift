import Ledger

/// How a proposal came about: what was tried in its order, what fit, and why the runner-up lost. A
/// value, made anew for the asking; nothing is applied by it.
public struct Explanation: Sendable {
    public let proposal: Proposal
    public let steps: [Step]
    /// Open items that were nearest: those named, then the payer's, by how near their amount is.
    public let candidates: [Candidate]
    public let runnerUp: RunnerUp?

    public enum Verdict: String, Sendable {
        /// The first that fits: it counts.
        case fits
        /// Would have fit, but something surer was there.
        case fitsToo = "fits-too"
        case fitsNot = "does-not-fit"
        /// Ends the search without a proposal: several fit, or too many to search.
        case stopped
        /// Not used by the policy.
        case skipped
        case note
    }

    public struct Step: Sendable, Equatable {
        public let rule: Rule?
        public let what: Evidence
        public let result: Evidence?
        public let verdict: Verdict
    }

    public struct Candidate: Sendable, Equatable {
        public let item: Int64
        public let customer: Int64
        public let number: String
        public let open: Money
        public let dueOn: Day
        public let isNamed: Bool
        public let isTaken: Bool
        /// What the receipt has more than the item; nil in another currency.
        public let difference: Money?
    }

    public struct RunnerUp: Sendable, Equatable {
        public let rule: Rule
        public let what: Evidence
        public let items: [Int64]
        public let whyItLost: Evidence
    }
}

extension Explanation {
    /// For a page or a terminal, from top to bottom.
    public func lines(zh: Bool) -> [String] {
        func say(_ evidence: Evidence) -> String { zh ? evidence.zh : evidence.en }
        var lines: [String] = []
        for (place, step) in steps.enumerated() {
            let mark =
                switch step.verdict {
                case .fits: "✓"
                case .fitsToo: "○"
                case .fitsNot: "✗"
                case .stopped: "■"
                case .skipped: "–"
                case .note: "·"
                }
            let rule = step.rule.map { "\($0.rawValue) " } ?? ""
            let result = step.result.map { (zh ? "：" : ": ") + say($0) } ?? ""
            lines.append("\(place + 1). \(mark) \(rule)\(say(step.what))\(result)")
        }
        for candidate in candidates {
            var marks = ""
            if candidate.isTaken { marks += zh ? "，已取" : ", taken" }
            if candidate.isNamed { marks += zh ? "，已列明" : ", named" }
            let difference =
                candidate.difference.map {
                    $0.isZero
                        ? (zh ? "，金额相符" : ", amount agrees")
                        : (zh ? "，差 \($0.grouped)" : ", \($0.grouped) off")
                } ?? (zh ? "，币种不同" : ", other currency")
            lines.append(
                zh
                    ? "   \(candidate.number) 未清 \(candidate.open)，\(candidate.dueOn) 到期\(difference)\(marks)"
                    : "   \(candidate.number) \(candidate.open) open, due \(candidate.dueOn)\(difference)\(marks)"
            )
        }
        if let runnerUp {
            lines.append(
                zh
                    ? "次优：\(runnerUp.rule.rawValue) \(say(runnerUp.what))；落选原因：\(say(runnerUp.whyItLost))"
                    : "runner-up: \(runnerUp.rule.rawValue) \(say(runnerUp.what)); lost: \(say(runnerUp.whyItLost))"
            )
        }
        return lines + conclusion(zh: zh)
    }

    private func conclusion(zh: Bool) -> [String] {
        var lines: [String] = []
        if let rule = proposal.rule {
            lines.append(
                "\(rule.rawValue) \(zh ? rule.zh : rule.en), \(zh ? "评分" : "score") \(proposal.score)"
            )
        }
        let rung = proposal.ladder.map { zh ? $0.zh : $0.en } ?? (zh ? "无" : "none")
        lines.append(zh ? "证据等级：\(rung)" : "ladder: \(rung)")
        let measured = proposal.confidence.map { zh ? $0.zh : $0.en }
        lines.append(
            zh ? "可信度：\(measured ?? "尚未测量")" : "confidence: \(measured ?? "not yet measured")")
        for stop in proposal.stops {
            lines.append(
                "\(zh ? "停止" : "stop") \(stop.rawValue): \(zh ? stop.zh : stop.en)")
        }
        return lines
    }
}
