internal import CCrypto

/// SHA-256 of bytes given in pieces (FIPS 180-4), by OpenSSL.
public final class SHA256 {
    private let context = EVP_MD_CTX_new()
    private let algorithm = EVP_sha256()
    public init() { EVP_DigestInit_ex(context, algorithm, nil) }
    deinit { EVP_MD_CTX_free(context) }
    public func update(_ bytes: UnsafeRawBufferPointer) {
        EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    }
    public func finish() -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        EVP_DigestFinal_ex(context, &digest, nil)
        EVP_DigestInit_ex(context, algorithm, nil)
        return digest
    }
}
