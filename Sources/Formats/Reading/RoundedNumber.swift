extension UnsafeBufferPointer<UInt8> {
    /// `6.22848E+18`: a spreadsheet took a number of an account or document for a quantity, and its
    /// last digits are lost.
    @inline(__always) var looksRounded: Bool {
        guard count >= 5, self[count - 3] == UInt8(ascii: "+"),
            self[count - 4] | 0x20 == UInt8(ascii: "e")
        else { return false }
        return dropLast(4).allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") }
            && suffix(2).allSatisfy { $0.isDigit }
    }
}
