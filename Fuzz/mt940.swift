import Formats

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMT940(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    saysTheSameInPieces(start, count) { MT940Reader() }
}
