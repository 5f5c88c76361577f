/// The profiles that come with the product: the same text that a file of one's own would have, and
/// read by the same reader.
enum BuiltInProfiles {
    static let texts = [
        chineseWallets, chineseCards, chineseCompanies, chineseCompanies2, europe, northAmerica,
        programs,
    ]
}
