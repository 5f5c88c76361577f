import Formats
import Testing

/// The line at the foot of a check (domain.md §3.10).
@Suite struct MICRLineTests {
    @Test func aBusinessCheck() throws {
        let line = try #require(MICRLine("U001001U T021000021T 123456789U A0000250000A"))
        #expect(line.serial == "001001")
        #expect(line.routing == "021000021" && line.isRoutingValid)
        #expect(line.account == "123456789")
        #expect(line.amount?.description == "2500.00")
    }

    @Test func aPersonalCheck() throws {
        let line = try #require(MICRLine("T021000021T 123456789U 1001"))
        #expect(line.serial == "1001")
        #expect(line.routing == "021000021" && line.isRoutingValid)
        #expect(line.account == "123456789")
        #expect(line.amount == nil)
        // The bank of deposit has encoded the amount.
        let deposited = MICRLine("T021000021T 123456789U 1001 A0000004999A")
        #expect(deposited?.serial == "1001")
        #expect(deposited?.amount?.description == "49.99")
    }

    @Test func dashesAndBlanksAreNoPartOfANumber() {
        let line = MICRLine("T021000021T 12-3456 789U")
        #expect(line?.account == "123456789")
        #expect(line?.serial == nil)
    }

    /// The check digit fails, or a digit was not read: an exception, never a guess.
    @Test func routingThatFails() {
        let wrong = MICRLine("T021000022T 123456789U 1001")
        #expect(wrong?.routing == "021000022" && wrong?.isRoutingValid == false)
        let short = MICRLine("T02100002T 123456789U 1001")
        #expect(short != nil && short?.routing == nil && short?.isRoutingValid == false)
        #expect(MICRLine("T000000000T 123456789U")?.isRoutingValid == false)
    }

    @Test(arguments: [
        "", "U001001U", "T021000021 123456789U", "123456789U 1001", "T0210?0021T 123456789U",
        "T021000021T 1234\u{1}6789U", "⑆021000021⑆ 123456789⑈",
    ])
    func noLineOfACheck(_ text: String) { #expect(MICRLine(text) == nil) }

    @Test func fieldsThatAreBrokenAreAbsent() {
        #expect(MICRLine("T021000021T 123456789")?.account == nil)
        #expect(MICRLine("U001001 T021000021T 123456789U")?.serial == nil)
        for amount in ["A000025000A", "A0000250000", "A00002-0000A", "A00002500000A", "A"] {
            #expect(MICRLine("T021000021T 123456789U " + amount)?.amount == nil)
        }
        #expect(MICRLine("T021000021T 123U 1 T A0000250000A") != nil)
    }
}
