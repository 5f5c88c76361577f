import Formats
import Glibc
import Profiles
import Store

/// A file given to be imported: recognised by its content, known by its hash.
struct InputFile {
    enum Kind {
        case statement(StatementFormat)
        /// Remittance advices.
        case advice(AdviceFormat)
        /// Payment orders, and the answers to them.
        case payment
        case extract(ExtractKind)
    }

    let path: String
    let name: String
    let size: Int
    /// SHA-256, in hexadecimal.
    let hash: String
    let kind: Kind?

    /// Masters first, then documents, then money, so that each finds what it names.
    var rank: Int {
        switch kind {
        case .extract(let extract):
            switch extract {
            case .bankAccounts: 0
            case .rates, .holidays: 1
            case .customers: 2
            case .orders: 3
            case .deliveries: 4
            case .invoices: 5
            case .invoiceLines: 6
            case .balances: 7
            }
        case .statement: 8
        case .advice: 9
        case .payment: 10
        case nil: 11
        }
    }

    /// Every file in `paths`, folders searched through, in the order of their names. Hidden files
    /// are passed over.
    /// The books themselves are none of them, though they often lie in the same folder.
    static func list(
        _ paths: [String], without database: any Database
    ) throws(Fault) -> [String] {
        var found: [String] = []
        for path in paths { try walk(path, depth: 0, &found) }
        let own = ["", "-wal", "-shm"].compactMap { identity(database.address + $0) }
        return found.filter { path in
            guard let file = identity(path) else { return true }
            return !own.contains { $0 == file }
        }
    }

    private static func identity(_ path: String) -> (device: dev_t, file: ino_t)? {
        var status = stat()
        return stat(path, &status) == 0 ? (status.st_dev, status.st_ino) : nil
    }

    private static func walk(_ path: String, depth: Int, _ found: inout [String]) throws(Fault) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw Fault.missingFile(path) }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            found.append(path)
            return
        }
        guard depth < 32, let folder = opendir(path) else {
            throw Fault.ioFailed(path: path, reason: String(cString: strerror(errno)))
        }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        for name in names.sorted() { try walk(path + "/" + name, depth: depth + 1, &found) }
    }

    /// Reads all of the file once: its hash, and by its first bytes what it is. `profiles` are
    /// those that tables may be read by.
    init(_ path: String, profiles: [BankProfile] = ProfileShelf.builtIn.profiles) throws {
        self.path = path
        name = String(path.split(separator: "/").last ?? "")
        let sha = SHA256()
        var kind: Kind?
        var size = 0
        try Self.read(path) { piece in
            if size == 0 { kind = Self.recognise(piece, profiles) }
            sha.update(piece)
            size += piece.count
        }
        self.size = size
        self.kind = try Self.whole(kind, path, size, profiles)
        hash = sha.finish().map { byte in
            let text = String(byte, radix: 16)
            return byte < 16 ? "0" + text : text
        }.joined()
    }

    /// A workbook shows what it is only as a whole: a table that a profile fits, or an advice.
    private static func whole(
        _ kind: Kind?, _ path: String, _ size: Int, _ profiles: [BankProfile]
    ) throws -> Kind? {
        guard case .statement(.workbook)? = kind, size <= 32 << 20 else { return kind }
        var bytes: [UInt8] = []
        try read(path) { bytes.append(contentsOf: $0) }
        return WorkbookTables.fits(bytes, profiles) ? kind : .advice(.workbook)
    }

    private static func recognise(
        _ piece: UnsafeRawBufferPointer, _ profiles: [BankProfile]
    ) -> Kind? {
        let kind = Formats.recognise(prefix: piece)
        switch kind {
        case .camt: return .statement(.camt)
        case .mt940: return .statement(.mt940)
        case .bai2: return .statement(.bai2)
        case .lockbox: return .statement(.lockbox)
        case .nacha: return .statement(.nacha)
        case .ofx: return .statement(.ofx)
        case .edi: return .advice(.edi)
        case .mail: return .advice(.mail)
        case .pdf: return .advice(.pdf)
        case .xlsx: return .statement(.workbook(profiles))
        case .pain: return .payment
        case .csv, nil:
            if let extract = ExtractKind.recognise(start: piece) {
                return .extract(extract)
            }
            // Lines before a header may hide that this is a table; a profile finds it.
            let isTable = kind == .csv || ProfileReader.fits(start: piece, profiles)
            return isTable ? .statement(.table(profiles)) : nil
        }
    }

    /// What a reader of `kind` says of the file. What `body` throws ends it and is thrown on.
    func statements(
        _ kind: StatementFormat, _ body: (StatementEvent) throws -> Void
    ) throws {
        var reader = kind.reader()
        var failure: (any Error)?
        try withoutActuallyEscaping(body) { body in
            let take = { (event: StatementEvent) in
                if failure != nil { return }
                do { try body(event) } catch { failure = error }
            }
            try read { piece in
                reader.feed(piece, emit: take)
                if let failure { throw failure }
            }
            reader.finish(emit: take)
        }
        if let failure { throw failure }
    }

    /// The file in pieces of 1 MiB.
    func read(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
        try Self.read(path, body)
    }

    /// All of the file; where it is longer than 64 MiB a little more than that, which is too long
    /// for whoever asks.
    func whole() throws -> [UInt8] {
        var bytes: [UInt8] = []
        try read { if bytes.count <= 64 << 20 { bytes.append(contentsOf: $0) } }
        return bytes
    }

    static func read<E: Error>(
        _ path: String, _ body: (UnsafeRawBufferPointer) throws(E) -> Void
    ) throws {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw Fault.missingFile(path) }
        defer { close(file) }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = Glibc.read(file, buffer.baseAddress, buffer.count)
            if count < 0 {
                throw Fault.ioFailed(path: path, reason: String(cString: strerror(errno)))
            }
            if count == 0 { return }
            try body(UnsafeRawBufferPointer(rebasing: buffer[0..<count]))
        }
    }
}

extension Fault {
    static func missingFile(_ path: String) -> Fault {
        .ioFailed(path: path, reason: String(cString: strerror(errno)))
    }
}
