internal import CCrypto

/// SHA-256 (FIPS 180-4), with which each journal row is chained to the one before it, and by which
/// a file that was imported before is known. One context serves any number of messages.
public final class SHA256 {
    public static let byteCount = 32

    private let context: OpaquePointer
    /// Looking an algorithm up costs more than hashing a short message, so it is done once.
    private nonisolated(unsafe) static let algorithm = EVP_MD_fetch(nil, "SHA256", nil)

    public init() {
        guard let context = EVP_MD_CTX_new() else { preconditionFailure("no memory to hash with") }
        self.context = context
        start()
    }

    deinit { EVP_MD_CTX_free(context) }

    public func update(_ bytes: UnsafeRawBufferPointer) {
        let code = EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
        precondition(code == 1, "libcrypto does not hash")
    }

    public func update(_ bytes: [UInt8]) { bytes.withUnsafeBytes { update($0) } }

    public func update(_ text: String) {
        var text = text
        text.withUTF8 { update(UnsafeRawBufferPointer($0)) }
    }

    /// Writes the 32 bytes of the digest and is ready for the next message.
    public func finish(into digest: UnsafeMutablePointer<UInt8>) {
        precondition(EVP_DigestFinal_ex(context, digest, nil) == 1, "libcrypto does not hash")
        start()
    }

    public func finish() -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: Self.byteCount) { buffer, count in
            if let digest = buffer.baseAddress { finish(into: digest) }
            count = Self.byteCount
        }
    }

    public static func hash(_ bytes: [UInt8]) -> [UInt8] {
        let sha = SHA256()
        sha.update(bytes)
        return sha.finish()
    }

    private func start() {
        precondition(
            EVP_DigestInit_ex2(context, Self.algorithm, nil) == 1, "libcrypto has no SHA-256")
    }
}
