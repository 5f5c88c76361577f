internal import GRDB
internal import GRDBSQLite

/// SQLite's result codes (sqlite.org/rescode.html) in the words of ``Fault``.
enum SQLiteFault {
    static func last(_ handle: OpaquePointer, _ path: String) -> Fault {
        fault(sqlite3_extended_errcode(handle), String(cString: sqlite3_errmsg(handle)), path)
    }

    static func fault(_ error: DatabaseError, _ path: String) -> Fault {
        fault(error.extendedResultCode.rawValue, error.message ?? "", path)
    }

    static func fault(_ code: Int32, _ message: String, _ path: String) -> Fault {
        switch code & 0xff {
        case SQLITE_BUSY, SQLITE_LOCKED:
            return .busy(address: path, holder: LockHolder.name(ofHolderOf: path))
        case SQLITE_FULL: return .diskFull(path: path)
        case SQLITE_READONLY, SQLITE_PERM: return .readOnly(path: path)
        case SQLITE_CANTOPEN where !Files.mayWriteBeside(path): return .readOnly(path: path)
        case SQLITE_CANTOPEN, SQLITE_PROTOCOL: return .ioFailed(path: path, reason: message)
        case SQLITE_IOERR:
            // After a failed fsync the kernel may have dropped what was to be written, and a second
            // fsync may say that all is well. Only reading the file anew shows what is in it.
            precondition(
                !fsyncFailures.contains(code), "fsync of \(path) failed; start again to recover")
            return .ioFailed(path: path, reason: message)
        case SQLITE_CORRUPT, SQLITE_NOTADB: return .corrupt(path: path, reason: message)
        case SQLITE_CONSTRAINT: return .constraint(constraint(message))
        default: return .other(code: "sqlite \(code)", reason: message)
        }
    }

    /// SQLITE_IOERR_FSYNC and SQLITE_IOERR_DIR_FSYNC, which C has as shifted macros.
    private static let fsyncFailures: [Int32] = [
        SQLITE_IOERR | 4 << 8, SQLITE_IOERR | 5 << 8,
    ]

    /// `UNIQUE constraint failed: item.id` names `item.id`; a trigger's words stand as they are.
    /// PostgreSQL knows identifiers in small letters only, so they are given that way here too.
    private static func constraint(_ message: String) -> String {
        let words = message.split(separator: " constraint failed", maxSplits: 1)
        guard let kind = words.first, words.count == 2 || kind.count < message.count else {
            return message
        }
        let names = words.count == 2 ? words[1].drop { $0 == ":" || $0 == " " } : ""
        return (names.isEmpty ? kind : names).lowercased()
    }
}
