import Formats

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzBAI2(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    saysTheSameInPieces(start, count) { BAI2Reader() }
}
