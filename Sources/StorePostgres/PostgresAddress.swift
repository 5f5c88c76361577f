internal import CPQ
import Store

/// `postgres://user:password@host:port/database`, as libpq understands it (PostgreSQL 15, §34.1.1).
struct PostgresAddress: Sendable {
    let whole: String
    /// Without the password, for messages.
    let shown: String
    /// The settings by their environment variables, so that a child process gets the password
    /// without everyone who lists processes.
    let environment: [String: String]

    init(_ whole: String) throws(Fault) {
        self.whole = whole
        shown = Self.withoutPassword(whole)
        guard let options = PQconninfoParse(whole, nil) else {
            throw Fault.unreachable(address: shown, reason: "this is not an address of a database")
        }
        defer { PQconninfoFree(options) }
        var environment: [String: String] = [:]
        var option = options
        while option.pointee.keyword != nil {
            if let name = option.pointee.envvar, let value = option.pointee.val {
                environment[String(cString: name)] = String(cString: value)
            }
            option += 1
        }
        self.environment = environment
    }

    private static func withoutPassword(_ address: String) -> String {
        let bytes = address.prefix { $0 != "?" }
        guard let at = bytes.lastIndex(of: "@"),
            let slashes = bytes.firstRange(of: "://"),
            let colon = bytes[slashes.upperBound..<at].firstIndex(of: ":")
        else { return String(bytes) }
        return String(bytes[..<colon] + bytes[at...])
    }
}
