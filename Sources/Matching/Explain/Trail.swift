/// What was tried for one receipt, written down while it is tried; nobody writes where nobody
/// asked, so that a run pays nothing for it.
final class Trail {
    private(set) var steps: [Explanation.Step] = []
    /// What fits too, and was not taken.
    private(set) var others: [(evidence: Evidence, rule: Rule, positions: [Int])] = []

    func note(_ en: String, _ zh: String) {
        steps.append(.init(rule: nil, what: Evidence(en, zh), result: nil, verdict: .note))
    }

    func add(_ rule: Rule, _ what: Evidence, _ result: Evidence, _ verdict: Explanation.Verdict) {
        steps.append(.init(rule: rule, what: what, result: result, verdict: verdict))
    }

    func skip(_ kind: AmountRule.Kind, _ en: String, _ zh: String) {
        add(kind.rule, kind.text, Evidence(en, zh), .skipped)
    }

    func tried(
        _ kind: AmountRule.Kind, _ count: Int, _ outcome: AmountRules.Outcome?,
        isFirst: Bool
    ) {
        let what = Evidence(
            "\(kind.text.en), of \(count) open items", "\(kind.text.zh)，共 \(count) 个未清项")
        switch outcome {
        case nil: add(kind.rule, what, Evidence("does not fit", "不符"), .fitsNot)
        case .fits(let fit):
            add(kind.rule, what, fit.evidence, isFirst ? .fits : .fitsToo)
            if !isFirst { others.append((fit.evidence, kind.rule, fit.positions)) }
        case .stopped(let stop, let evidence):
            let more = evidence.map { (": " + $0.en, "：" + $0.zh) } ?? ("", "")
            add(kind.rule, what, Evidence(stop.en + more.0, stop.zh + more.1), .stopped)
        }
    }
}
