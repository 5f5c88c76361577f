/// The words in names of companies that say where and what they are, in Chinese, in pinyin and in
/// English: one meaning, one number (domain.md §3.6: 贸易 = MAOYI = TRADING).
struct TradeWords: Sendable {
    /// Chinese words and their meanings, by the first character, the longest first.
    let local: [UInt32: [(han: [UInt8], meanings: [UInt16])]]
    /// Meanings by a Latin word, pinyin or English.
    let latin: [[UInt8]: [UInt16]]
    /// Pinyin, the longest first, to be taken off the end of a name run together.
    let endings: [(letters: [UInt8], meanings: [UInt16])]
    /// The pinyin that an English word stands for.
    let pinyin: [[UInt8]: [UInt8]]
    let regions: Regions

    static let all = TradeWords()

    /// Legal forms in pinyin, the longest first.
    static let legalForms = [
        "GUFENYOUXIANGONGSI", "YOUXIANZERENGONGSI", "YOUXIANGONGSI", "FENGONGSI", "JITUANGONGSI",
        "GONGSI", "YOUXIAN", "GUFEN", "JITUAN",
    ].map { Array($0.utf8) }

    private init() {
        var local: [(han: [UInt8], meanings: [UInt16])] = []
        var latin: [[UInt8]: [UInt16]] = [:]
        var endings: [(letters: [UInt8], meanings: [UInt16])] = []
        var pinyin: [[UInt8]: [UInt8]] = [:]
        var numbers: [Substring: UInt16] = [:]
        for line in Self.words.split(separator: "\n") {
            // 贸易,商贸 = TRADING TRADE; the first English word names the meaning.
            let sides = line.split(separator: "=")
            guard sides.count == 2 else { continue }
            let english = sides[1].split(separator: " ")
            var meanings: [UInt16] = []
            for word in english {
                guard let name = word.split(separator: "/").first else { continue }
                let number = numbers[name] ?? UInt16(truncatingIfNeeded: numbers.count)
                numbers[name] = number
                meanings.append(number)
                for one in word.split(separator: "/") { latin[Array(one.utf8)] = [number] }
            }
            for word in sides[0].split(separator: ",") {
                let han = Array(word.filter { $0 != " " }.utf8)
                let letters = Pinyin.letters(han[...])
                local.append((han, meanings))
                endings.append((letters, meanings))
                if latin[letters] == nil { latin[letters] = meanings }
                guard english.count == 1 else { continue }
                for one in english[0].split(separator: "/") where pinyin[Array(one.utf8)] == nil {
                    pinyin[Array(one.utf8)] = letters
                }
            }
        }
        self.local = Dictionary(grouping: local.sorted { $0.han.count > $1.han.count }) {
            Han.scalar($0.han[...], at: 0) ?? 0
        }
        self.latin = latin
        self.endings = endings.sorted { $0.letters.count > $1.letters.count }
        self.pinyin = pinyin
        regions = Regions()
    }

    private static let words = """
        贸易,商贸,经贸 = TRADING/TRADE/TRADERS/COMMERCE
        国际 = INTERNATIONAL/INTL/INT
        进出口 = IMPORT/IMP EXPORT/EXP
        进口 = IMPORT
        出口 = EXPORT
        实业,工业 = INDUSTRIAL/INDUSTRY/INDUSTRIES/IND
        重工 = HEAVY INDUSTRIAL
        科技,技术 = TECHNOLOGY/TECHNOLOGIES/TECH/SCIENCE
        物流 = LOGISTICS/LOGISTIC
        供应链 = SUPPLY CHAIN
        海运,航运 = SHIPPING
        运输 = TRANSPORT/TRANSPORTATION
        货运 = FREIGHT/CARGO
        货运代理,货代 = FREIGHT FORWARDING/FORWARDERS/FORWARDER
        机械 = MACHINERY/MACHINES/MACHINE
        机床 = MACHINE TOOL/TOOLS
        设备 = EQUIPMENT/EQUIPMENTS
        机电 = MECHANICAL ELECTRICAL
        制造 = MANUFACTURING/MANUFACTURE/MFG
        电子 = ELECTRONICS/ELECTRONIC
        电器,电气 = ELECTRIC/ELECTRICAL/APPLIANCE/APPLIANCES
        电力 = POWER
        化工,化学 = CHEMICAL/CHEMICALS
        石化 = PETROCHEMICAL/PETROCHEMICALS
        石油 = PETROLEUM/OIL
        食品 = FOOD/FOODS/FOODSTUFF/FOODSTUFFS
        水产 = AQUATIC/SEAFOOD/SEAFOODS
        农业 = AGRICULTURE/AGRICULTURAL/AGRI
        服装,服饰 = GARMENT/GARMENTS/CLOTHING/APPAREL/FASHION
        纺织 = TEXTILE/TEXTILES
        材料 = MATERIAL/MATERIALS
        新材料 = NEW MATERIAL
        建材 = BUILDING MATERIAL
        建筑,建设 = BUILDING/CONSTRUCTION
        工程 = ENGINEERING
        五金 = HARDWARE
        塑料,塑胶,塑业 = PLASTIC/PLASTICS
        橡胶 = RUBBER
        钢铁,钢材 = STEEL/IRON
        金属 = METAL/METALS
        船舶 = SHIP/SHIPBUILDING/MARINE
        汽车 = AUTOMOBILE/AUTO/AUTOMOTIVE/AUTOS
        零部件,配件 = PARTS/COMPONENTS/ACCESSORIES
        汽配 = AUTOMOBILE PARTS
        医药,制药,药业 = PHARMACEUTICAL/PHARMACEUTICALS/PHARMA/MEDICINE
        医疗 = MEDICAL
        器械 = DEVICE/DEVICES/APPARATUS
        仪器,仪表 = INSTRUMENT/INSTRUMENTS
        生物 = BIOLOGICAL/BIO/BIOLOGY
        信息 = INFORMATION/INFO
        软件 = SOFTWARE
        网络 = NETWORK/NETWORKS
        通信,通讯 = COMMUNICATION/COMMUNICATIONS/TELECOM/TELECOMMUNICATIONS
        能源 = ENERGY
        新能源 = NEW ENERGY
        环保,环境 = ENVIRONMENTAL/ENVIRONMENT/PROTECTION
        包装 = PACKAGING/PACKING/PACKAGE
        印刷 = PRINTING
        纸业 = PAPER
        家具,家居 = FURNITURE
        玩具 = TOYS/TOY
        光电 = OPTOELECTRONICS/OPTOELECTRONIC/PHOTOELECTRIC/PHOTONICS
        半导体 = SEMICONDUCTOR/SEMICONDUCTORS
        自动化 = AUTOMATION
        模具 = MOULD/MOLD/MOULDS/MOLDS
        精密 = PRECISION
        轴承 = BEARING/BEARINGS
        阀门 = VALVE/VALVES
        泵业 = PUMP/PUMPS
        电缆 = CABLE/CABLES
        玻璃 = GLASS
        陶瓷 = CERAMICS/CERAMIC
        发展 = DEVELOPMENT
        投资 = INVESTMENT/INVESTMENTS
        控股 = HOLDING/HOLDINGS
        管理 = MANAGEMENT
        服务 = SERVICE/SERVICES
        咨询 = CONSULTING/CONSULTANCY
        企业 = ENTERPRISE/ENTERPRISES
        航空 = AVIATION/AIRLINES
        """
}
