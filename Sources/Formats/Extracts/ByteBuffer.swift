/// Bytes that a reader has taken in and not yet used up; at a fixed place between two calls of
/// ``append``.
///
/// An array of its own kind because rows are handed out as views of these bytes: nothing may move
/// them while a row is looked at, and unquoting happens in place.
final class ByteBuffer {
    private(set) var base: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private var capacity: Int

    init(capacity: Int = 1 << 16) {
        self.capacity = capacity
        base = .allocate(capacity: capacity)
    }

    deinit { base.deallocate() }

    func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress, !bytes.isEmpty else { return }
        room(for: bytes.count).update(from: source, count: bytes.count)
        count += bytes.count
    }

    func append(_ byte: UInt8) {
        room(for: 1).pointee = byte
        count += 1
    }

    /// Space behind the last byte; what is written there counts after ``grow(by:)``.
    func room(for more: Int) -> UnsafeMutablePointer<UInt8> {
        if count + more > capacity {
            capacity = max(capacity * 2, count + more)
            let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
            larger.update(from: base, count: count)
            base.deallocate()
            base = larger
        }
        return base + count
    }

    func grow(by written: Int) { count += written }

    /// Forgets the first `used` bytes.
    func drop(_ used: Int) {
        precondition(used <= count, "dropping \(used) of \(count) bytes")
        if used == 0 { return }
        base.update(from: base + used, count: count - used)
        count -= used
    }
}
