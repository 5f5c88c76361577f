import Formats

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzLockbox(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = UnsafeBufferPointer(start: start, count: count)
    _ = MICRLine(String(decoding: bytes, as: UTF8.self))
    return saysTheSameInPieces(start, count) { LockboxReader() }
}
