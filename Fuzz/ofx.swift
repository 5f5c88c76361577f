import Formats

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOFX(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    saysTheSameInPieces(start, count) { OFXReader() }
}
