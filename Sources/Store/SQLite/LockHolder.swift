import Glibc

/// Who holds an SQLite file, so that people can be told whom to ask.
///
/// The kernel lists file locks in /proc/locks as `1: POSIX ADVISORY WRITE pid major:minor:inode
/// start end`. In WAL mode the writer locks byte 120 of the `-shm` file; otherwise bytes from 2^30
/// of the file itself (sqlite.org/walformat.html §2.3). Other systems do not tell.
enum LockHolder {
    static func name(ofHolderOf path: String) -> String? {
        guard let table = Files.read("/proc/locks", upTo: 1 << 20) else { return nil }
        let places: [(inode: UInt64?, bytes: ClosedRange<UInt64>)] = [
            (Files.inode(path + "-shm"), 120...120),
            (Files.inode(path), (1 << 30)...(1 << 30 + 511)),
        ]
        for line in table.split(separator: UInt8(ascii: "\n")) {
            let fields = line.split(separator: UInt8(ascii: " ")).map {
                String(decoding: $0, as: UTF8.self)
            }
            guard fields.count >= 8, fields[3] == "WRITE",
                let inode = fields[5].split(separator: ":").last.flatMap({ UInt64($0) }),
                let start = UInt64(fields[6])
            else { continue }
            let end = UInt64(fields[7]) ?? .max
            if places.contains(where: {
                $0.inode == inode && $0.bytes.overlaps(start...max(start, end))
            }) {
                return process(fields[4])
            }
        }
        return nil
    }

    /// `sqlite3 (pid 4711)`
    private static func process(_ pid: String) -> String? {
        guard let name = Files.read("/proc/\(pid)/comm", upTo: 64) else { return nil }
        let line = name.prefix { $0 != UInt8(ascii: "\n") }
        return "\(String(decoding: line, as: UTF8.self)) (pid \(pid))"
    }
}
