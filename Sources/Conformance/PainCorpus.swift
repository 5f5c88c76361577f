import Formats
import Foundation
import Ledger

/// Payment orders of many markets: what they say of themselves, and their twins in JSON, which
/// another program made of them.
enum PainCorpus: Source {
    static let folder = "pain001_corpus"
    static let accepted: [Accepted] = []

    static func check(_ folder: Folder, _ sum: inout Sum) throws {
        let twins = Set(folder.files(".iso.json"))
        for name in folder.files(".xml") {
            let bytes = try folder.bytes(name)
            let read = read(bytes)
            sum.file(name, read.findings, isRead: read.isClean && read.document.order != nil)
            let message = name.firstMatch(of: /pain\.\d{3}\.\d{3}\.\d{2}/)?.output
            sum.fact(name, "message", read.document.format, message.map(String.init))
            guard let order = read.document.order else { continue }
            control(name, order, String(decoding: bytes, as: UTF8.self), &sum)
            let twin = name.dropLast(4) + ".iso.json"
            guard twins.contains(String(twin)) else { continue }
            let theirs = PainFacts(twin: try folder.json(String(twin))).facts
            let ours = PainFacts(order).facts
            sum.fact(name, "facts", "\(ours.map(\.field))", "\(theirs.map(\.field))")
            for (place, (our, their)) in zip(ours, theirs).enumerated()
            where our.field == their.field {
                sum.fact(name, "[\(place)].\(our.field)", our.value, their.value)
            }
        }
    }

    private static func read(_ bytes: [UInt8]) -> Parsed<PaymentFile> {
        var reader = PainReader()
        var collector = PaymentCollector()
        bytes.withUnsafeBytes { reader.feed($0) { collector.add($0) } }
        reader.finish { collector.add($0) }
        return collector.finish(format: reader.format)
    }

    /// Count and sum, as the head has them and of the transfers that are read, against the first of
    /// these tags in the text.
    private static func control(
        _ name: String, _ order: PaymentOrderFile, _ text: String, _ sum: inout Sum
    ) {
        let transfers = order.groups.flatMap(\.transfers)
        let amounts = transfers.compactMap { Self.decimal($0.amount) }
        let count = text.firstMatch(of: /<NbOfTxs>([^<]*)</).map { String($0.output.1) }
        let total = text.firstMatch(of: /<CtrlSum>([^<]*)</).flatMap { Self.decimal($0.output.1) }
        sum.fact(name, "head.count", order.head.count.map { "\($0)" }, count)
        sum.fact(name, "head.sum", Self.decimal(order.head.sum)?.description, total?.description)
        sum.fact(name, "transfers.count", "\(transfers.count)", count)
        sum.fact(name, "transfers.sum", "\(amounts.reduce(0, +))", total?.description)
    }

    /// In units of 10^-12, so that amounts of any decimals can be summed and compared.
    private static func decimal(_ value: (some CustomStringConvertible)?) -> Int128? {
        value.flatMap { Amount($0.description) }.map {
            Int128($0.units) * Int128(Decimals.power(12 - Int($0.decimals)))
        }
    }
}
