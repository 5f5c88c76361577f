import Formats

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCamt(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    saysTheSameInPieces(start, count) { CamtReader() }
}
