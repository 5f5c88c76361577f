internal import CZip

/// The archive that a workbook is, read through libzip out of the file's bytes.
///
/// Nothing that the directory says of an entry is believed further than it can be held against the
/// bytes: names are only compared, never used as paths; lengths are counted while unpacking. An
/// archive inside the archive is an entry like any other, and never opened.
final class ZipArchive {
    private let archive: OpaquePointer
    private let limits: WorkbookLimits
    /// Places in the directory, by name as ``key(_:)`` has it.
    private var entries: [String: UInt64] = [:]
    private var unpacked = 0
    private let piece: UnsafeMutableRawBufferPointer

    /// `bytes` must outlive the archive.
    init(
        _ bytes: UnsafeRawBufferPointer, limits: WorkbookLimits, output: WorkbookOutput
    ) throws(WorkbookFault) {
        try ZipSignatures.check(ByteRun(bytes.bindMemory(to: UInt8.self)), limits: limits)
        self.limits = limits
        archive = try Self.open(bytes)
        piece = .allocate(byteCount: 64 << 10, alignment: 16)
        try look(over: bytes.count, output)
    }

    deinit {
        zip_discard(archive)
        piece.deallocate()
    }

    func has(_ name: String) -> Bool { entries[Self.key(name)] != nil }

    /// Hands the bytes of an entry to `body` as they are unpacked.
    func read(
        _ name: String, _ body: (UnsafeRawBufferPointer) throws(WorkbookFault) -> Void
    ) throws(WorkbookFault) {
        guard let entry = entries[Self.key(name)] else {
            throw WorkbookFault(.partMissing, at: name)
        }
        var about = zip_stat_t()
        zip_stat_index(archive, entry, 0, &about)
        guard about.comp_method == ZIP_CM_STORE || about.comp_method == ZIP_CM_DEFLATE else {
            throw WorkbookFault(.entryMethod, at: name, value: "\(about.comp_method)")
        }
        guard let file = zip_fopen_index(archive, entry, 0) else {
            throw Self.broken(zip_get_error(archive), at: name)
        }
        defer { zip_fclose(file) }
        // The directory's lengths add up to no more than the file, so this one is no larger lie.
        let packed = Int(clamping: about.comp_size)
        var length = 0
        while true {
            let count = Int(zip_fread(file, piece.baseAddress, UInt64(piece.count)))
            if count == 0 { return }
            guard count > 0 else { throw Self.broken(zip_file_get_error(file), at: name) }
            length += count
            unpacked += count
            if unpacked > limits.unpacked { throw WorkbookFault(.unpackedTooLarge, at: name) }
            if length > limits.small, length / limits.ratio > packed {
                throw WorkbookFault(.packedTooTightly, at: name)
            }
            try body(UnsafeRawBufferPointer(rebasing: piece[..<count]))
        }
    }

    private static func open(
        _ bytes: UnsafeRawBufferPointer
    ) throws(WorkbookFault) -> OpaquePointer {
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard
            let source = zip_source_buffer_create(
                bytes.baseAddress, UInt64(bytes.count), 0, &error)
        else { throw broken(&error) }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
            zip_source_free(source)
            throw broken(&error)
        }
        return archive
    }

    private static func broken(
        _ error: UnsafeMutablePointer<zip_error_t>?, at place: String = "file"
    ) -> WorkbookFault {
        let text = error.flatMap { zip_error_strerror($0) }.map { String(cString: $0) }
        return WorkbookFault(.archiveBroken, at: place, detail: text)
    }

    /// Notes the names, and refuses the archive for what no workbook has.
    private func look(over fileLength: Int, _ output: WorkbookOutput) throws(WorkbookFault) {
        var packed: UInt64 = 0
        var declared: UInt64 = 0
        for place in 0..<UInt64(max(zip_get_num_entries(archive, 0), 0)) {
            var about = zip_stat_t()
            guard zip_stat_index(archive, place, zip_flags_t(ZIP_FL_ENC_RAW), &about) == 0 else {
                throw Self.broken(zip_get_error(archive))
            }
            let name = about.name.map { String(cString: $0) } ?? ""
            if about.encryption_method != ZIP_EM_NONE {
                throw WorkbookFault(.entryEncrypted, at: "file", value: name)
            }
            if isLink(place) { throw WorkbookFault(.entryLink, at: "file", value: name) }
            // A thousand such lengths fit into the sum.
            packed += min(about.comp_size, 1 << 50)
            declared += min(about.size, 1 << 50)
            try note(name, place, output)
        }
        if packed > fileLength { throw WorkbookFault(.entriesOverlap, at: "file") }
        if declared > limits.unpacked { throw WorkbookFault(.unpackedTooLarge, at: "file") }
    }

    private func note(
        _ name: String, _ place: UInt64, _ output: WorkbookOutput
    ) throws(WorkbookFault) {
        let key = Self.key(name)
        if key.utf8.split(separator: UInt8(ascii: "/")).contains(where: {
            $0.elementsEqual("..".utf8)
        }) {
            return output.say(.entryName, at: "file", value: name)
        }
        if entries.updateValue(place, forKey: key) != nil {
            throw WorkbookFault(.entryRepeated, at: "file", value: name)
        }
    }

    /// A symbolic link, as Unix notes it in the upper half of the attributes.
    private func isLink(_ place: UInt64) -> Bool {
        var system: zip_uint8_t = 0
        var attributes: zip_uint32_t = 0
        zip_file_get_external_attributes(archive, place, 0, &system, &attributes)
        return attributes >> 28 == 0xA
    }

    /// Names of parts have no case (ISO/IEC 29500-2); some writers turn the slash round or begin
    /// with one.
    private static func key(_ name: String) -> String {
        let bytes = name.utf8.map { byte -> UInt8 in
            if byte == UInt8(ascii: "\\") { return UInt8(ascii: "/") }
            return byte.isCapital ? byte | 0x20 : byte
        }
        return String(decoding: bytes.drop { $0 == UInt8(ascii: "/") }, as: UTF8.self)
    }
}
