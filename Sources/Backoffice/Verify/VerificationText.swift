import Ledger

extension Verification {
    public static func text(_ check: Check) -> String {
        let count = Decimals.text(check.count, exponent: 0, grouping: true)
        let line =
            (check.failure == nil ? "✓ " : "✗ ")
            + TextWidth.padded(check.name, to: 54, right: false)
            + TextWidth.padded(count, to: 12, right: true)
        return line + (check.failure.map { "  \($0)" } ?? "") + "\n"
    }

    public static func json(_ checks: [Check]) -> String {
        let rows = checks.map { check in
            "  {\"check\": \(JSONText.quoted(check.name)), \"count\": \(check.count), "
                + "\"ok\": \(check.failure == nil)"
                + (check.failure.map { ", \"failure\": \(JSONText.quoted($0))" } ?? "") + "}"
        }
        return "[\n\(rows.joined(separator: ",\n"))\n]\n"
    }
}
