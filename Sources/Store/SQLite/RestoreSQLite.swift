internal import GRDBSQLite
import Glibc

/// Makes books at `path` from a backup. The backup is verified first, page by page; books that are
/// at `path` already are never overwritten.
public func restoreSQLite(_ backup: String, to path: String) throws(Fault) {
    if Files.size(path) != nil { throw Fault.occupied(address: path) }
    guard case .books = try SQLiteFile.content(of: backup) else {
        throw Files.size(backup) == nil
            ? Fault.missing(address: backup) : Fault.notBooks(address: backup)
    }
    try SQLiteHandle.with(backup, SQLITE_OPEN_READONLY) { source throws(Fault) in
        let verdict = try source.word("PRAGMA integrity_check(1)")
        guard verdict == "ok" else { throw Fault.corrupt(path: backup, reason: verdict) }
        try Files.publish(path, replacing: false) { part throws(Fault) in
            try source.copy(to: part)
            // A log left by earlier books would be played into the new ones.
            for rest in ["-wal", "-shm", "-journal"] { unlink(path + rest) }
        }
    }
}
