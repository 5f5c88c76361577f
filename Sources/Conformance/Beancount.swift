/// The transactions that a file of Beancount has, as lines of one account.
enum Beancount {
    /// The amount is what the first posting to one of the `own` accounts says, in yuan.
    static func bookings(_ bytes: [UInt8], own: [String]) -> [Booking] {
        var all: [Booking] = []
        var isOpen = false
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            if let head = line.firstMatch(
                of: /^(\d{4}-\d\d-\d\d) \* "((?:[^"\\]|\\.)*)"(?: "((?:[^"\\]|\\.)*)")?/)
            {
                let (_, day, name, text) = head.output
                all.append(
                    Booking(
                        day: String(day), amount: "", name: plain(name), text: plain(text ?? "")))
                isOpen = true
            } else if isOpen, let posting = line.firstMatch(of: /^\t([A-Z][\w:]+) (-?[\d.]+) CNY/),
                own.contains(where: posting.output.1.hasPrefix)
            {
                all[all.count - 1].amount = String(posting.output.2)
                isOpen = false
            }
        }
        return all
    }

    private static func plain(_ text: Substring) -> String {
        String(text).replacing("\\\"", with: "\"")
    }
}
