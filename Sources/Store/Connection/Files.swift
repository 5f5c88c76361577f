import Glibc

/// What the drivers ask of the file system: sizes, and files that appear whole or not at all.
package enum Files {
    /// The size in bytes; nil where there is no file.
    package static func size(_ path: String) -> Int? {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : nil
    }

    package static func inode(_ path: String) -> UInt64? {
        var status = stat()
        return stat(path, &status) == 0 ? UInt64(status.st_ino) : nil
    }

    /// Whether the folder of the file takes new files, such as SQLite's log.
    package static func mayWriteBeside(_ path: String) -> Bool {
        access(directory(of: path), W_OK) == 0
    }

    /// Up to `limit` bytes from the start of the file, or nil where it cannot be read.
    package static func read(_ path: String, upTo limit: Int) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: min(limit, 65536))
        while bytes.count < limit {
            let got = Glibc.read(file, &block, min(block.count, limit - bytes.count))
            if got < 0 { return nil }
            if got == 0 { break }
            bytes += block[..<got]
        }
        return bytes
    }

    /// An empty file that only its owner may read, because books hold names and account numbers.
    package static func create(_ path: String) throws(Fault) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw fault(path) }
        close(file)
    }

    /// Lets `fill` write a file beside `target`, makes it durable, and only then gives it its name.
    /// With `replacing` false a file that has the name already stays as it is.
    package static func publish(
        _ target: String, replacing: Bool, _ fill: (String) throws(Fault) -> Void
    ) throws(Fault) {
        let part = "\(target).part-\(getpid())"
        unlink(part)
        try create(part)
        defer { unlink(part) }
        do {
            try fill(part)
        } catch .diskFull {
            throw Fault.diskFull(path: target)
        }
        try sync(part)
        let named = replacing ? rename(part, target) : link(part, target)
        guard named == 0 else { throw fault(target) }
        try sync(directory(of: target))
    }

    /// What `errno` says about the file.
    package static func fault(_ path: String) -> Fault {
        switch errno {
        case ENOSPC, EDQUOT: .diskFull(path: path)
        case EACCES, EPERM, EROFS: .readOnly(path: path)
        case ENOENT: .missing(address: path)
        case EEXIST: .occupied(address: path)
        default: .ioFailed(path: path, reason: String(cString: strerror(errno)))
        }
    }

    private static func sync(_ path: String) throws(Fault) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw fault(path) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw fault(path) }
    }

    private static func directory(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
