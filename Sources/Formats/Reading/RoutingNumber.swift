extension ByteRun {
    /// Whether these are the nine digits of a bank in the United States (ABA routing number), whose
    /// sum, weighted 3, 7, 1 again and again, ends in a zero. Nine zeros are none.
    var isRoutingNumber: Bool {
        guard count == 9, isDigits else { return false }
        var sum = 0
        for place in stride(from: 0, to: 9, by: 3) {
            sum += 3 * Int(self[place] &- 0x30)
            sum += 7 * Int(self[place + 1] &- 0x30)
            sum += Int(self[place + 2] &- 0x30)
        }
        return sum > 0 && sum % 10 == 0
    }
}
