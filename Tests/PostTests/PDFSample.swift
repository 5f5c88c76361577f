/// PDFs written by hand: a page is some lines in one fixed-width font.
enum PDFSample {
    static func pdf(_ pages: [[String]]) -> [UInt8] {
        let font = "<</Type/Font/Subtype/Type1/BaseFont/Courier>>"
        var objects = ["<</Type/Catalog/Pages 2 0 R>>", "", font]
        var kids: [String] = []
        for lines in pages {
            let shown = lines.map { "(\($0)) Tj T*" }.joined(separator: " ")
            let content = "BT /F1 10 Tf 50 780 Td 12 TL \(shown) ET"
            objects.append("<</Length \(content.utf8.count)>>stream\n\(content)\nendstream")
            objects.append(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>"
                    + "/Contents \(objects.count) 0 R>>")
            kids.append("\(objects.count) 0 R")
        }
        objects[1] = "<</Type/Pages/Count \(kids.count)/Kids[\(kids.joined(separator: " "))]>>"
        return file(objects)
    }

    static func file(_ objects: [String]) -> [UInt8] {
        var out = "%PDF-1.4\n"
        var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for (number, object) in objects.enumerated() {
            let place = String(out.utf8.count)
            table += String(repeating: "0", count: 10 - place.count) + place + " 00000 n \n"
            out += "\(number + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = out.utf8.count
        out +=
            table + "trailer<</Size \(objects.count + 1)/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n"
        return Array(out.utf8)
    }

    static let advice = pdf([
        [
            "Remittance advice", "Payment date 2026-03-05   Payment amount 1,250.00 EUR", "",
            "Invoice      Date         Amount", "INV-2026-1   2026-02-01   1,000.00",
        ],
        [
            "Invoice      Date         Amount", "INV-2026-2   2026-02-02     250.00",
            "Total                     1,250.00",
        ],
    ])
}
