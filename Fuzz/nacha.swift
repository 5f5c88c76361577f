import Formats

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzNACHA(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    saysTheSameInPieces(start, count) { NACHAReader() }
}
