/// Which ids a file has had so far, as hashes of eight bytes each.
///
/// Of a million ids two different ones meet by chance once in forty million files. Past the bound
/// none is remembered, so that memory stays flat.
struct SeenIds {
    private var hashes: Set<UInt64> = []
    private let bound: Int

    init(bound: Int) { self.bound = bound }

    /// Whether `id` has been there before.
    mutating func see(_ id: UnsafeBufferPointer<UInt8>) -> Bool {
        var hasher = Hasher()
        hasher.combine(bytes: UnsafeRawBufferPointer(id))
        let hash = UInt64(bitPattern: Int64(hasher.finalize()))
        guard hashes.count < bound else { return hashes.contains(hash) }
        return !hashes.insert(hash).inserted
    }
}
