/// Passes findings on, up to a bound: a file of a million bad rows has one fault, not a million.
struct FindingLog {
    static let most = 10_000
    private var count = 0

    mutating func say(_ finding: Finding, _ emit: (ExtractEvent) -> Void) {
        count += 1
        if count <= Self.most { emit(.finding(finding)) }
    }

    func finish(_ emit: (ExtractEvent) -> Void) {
        if count <= Self.most { return }
        let detail = "\(count - Self.most)"
        emit(.finding(Finding(ExtractFinding.findingsCut, at: "file", detail: detail)))
    }
}
