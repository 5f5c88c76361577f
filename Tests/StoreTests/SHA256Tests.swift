import Store
import Testing

struct SHA256Tests {
    private func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// NIST's example values for FIPS 180-4, and the empty message.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func examples(message: String, digest: String) {
        #expect(hex(SHA256.hash(Array(message.utf8))) == digest)
        let sha = SHA256()
        for _ in 1...2 {
            for byte in message.utf8 { sha.update([byte]) }
            #expect(hex(sha.finish()) == digest)
            sha.update(message)
            #expect(hex(sha.finish()) == digest)
        }
    }

    @Test func aMillionTimesA() {
        let sha = SHA256()
        let block = [UInt8](repeating: UInt8(ascii: "a"), count: 1000)
        for _ in 1...1000 { sha.update(block) }
        let digest = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        #expect(hex(sha.finish()) == digest)
    }
}
