/// The signs that every bank takes in a payment: letters and digits of ASCII, space and
/// `/-?:().,'+` (EPC217-08; SWIFT's character set X), and how others are written in them.
enum LatinSigns {
    static func holds(_ text: String) -> Bool { text.utf8.allSatisfy { isLatin($0) } }

    /// `Müller & Söhne` becomes `Mueller + Soehne`; what has no like becomes a point.
    static func text(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar.isASCII, isLatin(UInt8(scalar.value)) {
                out.append(scalar)
            } else {
                out.append(contentsOf: (table[scalar] ?? ".").unicodeScalars)
            }
        }
        return String(out)
    }

    private static func isLatin(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: " "), UInt8(ascii: "/"),
            UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "("),
            UInt8(ascii: ")"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "'"),
            UInt8(ascii: "+"):
            true
        default: false
        }
    }

    private static let table: [Unicode.Scalar: String] = {
        var table: [Unicode.Scalar: String] = [:]
        for (like, signs) in [
            ("ae", "äæ"), ("Ae", "ÄÆ"), ("oe", "öøœ"), ("Oe", "ÖØŒ"), ("ue", "ü"), ("Ue", "Ü"),
            ("ss", "ß"), ("aa", "å"), ("Aa", "Å"), ("th", "þ"), ("Th", "Þ"),
            ("a", "àáâãāăą"), ("A", "ÀÁÂÃĀĂĄ"), ("c", "çćčĉċ"), ("C", "ÇĆČĈĊ"), ("d", "ďđð"),
            ("D", "ĎĐÐ"), ("e", "èéêëēėęě"), ("E", "ÈÉÊËĒĖĘĚ"), ("g", "ğģĝġ"), ("G", "ĞĢĜĠ"),
            ("h", "ĥħ"), ("H", "ĤĦ"), ("i", "ìíîïīįı"), ("I", "ÌÍÎÏĪĮİ"), ("j", "ĵ"), ("J", "Ĵ"),
            ("k", "ķ"), ("K", "Ķ"), ("l", "ĺļľł"), ("L", "ĹĻĽŁ"), ("n", "ñńņň"), ("N", "ÑŃŅŇ"),
            ("o", "òóôõōő"), ("O", "ÒÓÔÕŌŐ"), ("r", "ŕŗř"), ("R", "ŔŖŘ"), ("s", "śšşșŝ"),
            ("S", "ŚŠŞȘŜ"), ("t", "ťţțŧ"), ("T", "ŤŢȚŦ"), ("u", "ùúûūůűųŭ"), ("U", "ÙÚÛŪŮŰŲŬ"),
            ("w", "ŵ"), ("W", "Ŵ"), ("y", "ýÿŷ"), ("Y", "ÝŸŶ"), ("z", "źžż"), ("Z", "ŹŽŻ"),
            ("+", "&"), ("'", "’‘´`"), ("-", "–—_"), ("(", "[{<"), (")", "]}>"), (",", ";"),
            ("/", "\\|"), (" ", "\t\n\r\u{A0}"), ("EUR", "€"),
        ] {
            for sign in signs.unicodeScalars { table[sign] = like }
        }
        return table
    }()
}
