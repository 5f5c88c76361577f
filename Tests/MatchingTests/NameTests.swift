import Testing

@testable import Matching

/// Names of companies in every script (domain.md §3.6).
struct NameTests {
    @Test(arguments: [
        ("大连海润", "DALIANHAIRUN"), ("重庆", "CHONGQING"), ("重工", "ZHONGGONG"), ("厦门", "XIAMEN"),
        ("长春长安", "CHANGCHUNCHANGAN"), ("成都", "CHENGDU"), ("银行", "YINHANG"), ("知行", "ZHIXING"),
        ("六安", "LUAN"), ("番禺", "PANYU"), ("乐清", "YUEQING"), ("乐山", "LESHAN"), ("西藏", "XIZANG"),
        ("陕西", "SHAANXI"), ("山西", "SHANXI"), ("东莞", "DONGGUAN"), ("亳州", "BOZHOU"),
        ("绿源", "LVYUAN"), ("模具", "MUJU"), ("鑫晟", "XINSHENG"), ("ABC国际", "ABCGUOJI"),
    ])
    func `pinyin, also where a character has several readings`(han: String, letters: String) {
        let read = Pinyin.letters(Folding.fold(han)[...])
        #expect(String(decoding: read, as: UTF8.self) == letters)
    }

    @Test func `every character of GB 2312 that is common is read`() {
        var read = 0
        for scalar in UInt32(0x4E00)...0x9FFF where Pinyin.syllable(scalar) != nil { read += 1 }
        #expect(read >= 6_700)
    }

    @Test(arguments: [
        ("大連海潤貿易有限公司", "大连海润贸易有限公司"), ("臺灣長榮國際股份有限公司", "台湾长荣国际股份有限公司"),
        ("發票號碼", "发票号码"),
    ])
    func `traditional characters are simplified ones`(traditional: String, simplified: String) {
        #expect(Folding.fold(traditional) == Folding.fold(simplified))
    }

    /// 大连海润贸易有限公司 ↔ DALIAN HAIRUN MAOYI YOUXIAN GONGSI ↔ DALIAN HAIRUN TRADING CO LTD.
    @Test(arguments: [
        "DALIAN HAIRUN MAOYI YOUXIAN GONGSI", "DALIAN HAIRUN TRADING CO LTD",
        "DA LIAN HAI RUN MAO YI YOU XIAN GONG SI", "DALIANHAIRUNMAOYIYOUXIANGONGSI",
        "Hairun Trading (Dalian) Co., Ltd.", "HAIRUN TRADE DALIAN LIMITED", "大連海潤貿易有限公司",
        "海润贸易（大连）有限公司", "Dairen Hairun Trading",
    ])
    func `one company in pinyin, in English and in both scripts`(name: String) {
        let own = SoundName(CompanyName("大连海润贸易有限公司")).hash
        #expect(own != nil && SoundName(CompanyName(name)).hash == own)
    }

    @Test(arguments: [
        ("厦门鑫达进出口有限公司", "XIAMEN XINDA IMP. & EXP. CO., LTD"),
        ("重庆长安汽车零部件有限公司", "Chongqing Chang'an Auto Parts Co Ltd"),
        ("上海宏图国际物流有限公司", "SHANGHAI HONGTU INTERNATIONAL LOGISTICS CO., LTD."),
        ("哈尔滨北方机械设备有限公司", "HARBIN BEIFANG MACHINERY EQUIPMENT COMPANY"),
        ("西安天行科技股份有限公司", "XI AN TIANXING TECHNOLOGY CO LTD"),
        ("中国银河化工集团", "CHINA YINHE CHEMICALS GROUP"),
    ])
    func `what a company does, and where, is translated`(chinese: String, english: String) {
        #expect(SoundName(CompanyName(chinese)).hash == SoundName(CompanyName(english)).hash)
    }

    @Test(arguments: [
        ("大连海润贸易有限公司", "DALIAN HAIRUN LOGISTICS CO LTD"),
        ("大连海润贸易有限公司", "QINGDAO HAIRUN TRADING CO LTD"),
        ("山西华泰贸易有限公司", "SHAANXI HUATAI TRADING"), ("大连海润贸易有限公司", "HAIRUN TRADING CO LTD"),
    ])
    func `another trade, another place, no place are another company`(a: String, b: String) {
        #expect(SoundName(CompanyName(a)).hash != SoundName(CompanyName(b)).hash)
    }

    @Test func `a name that is all place and trade sounds like nobody`() {
        #expect(SoundName(CompanyName("SHANGHAI INTERNATIONAL TRADING CO LTD")).hash == nil)
        #expect(SoundName(CompanyName("")).hash == nil)
    }

    @Test(arguments: [
        ("Novák s.r.o.", "NOVAK"), ("Kowalski Sp. z o.o.", "Kowalski Sp z oo"),
        ("Vestas A/S", "VESTAS AS"), ("Bauer GmbH & Co. KG", "BAUER"), ("Dupont SASU", "Dupont"),
        ("Acme Pvt. Ltd.", "ACME PRIVATE LIMITED"), ("三井株式会社", "三井"), ("Ivanov AD", "IVANOV"),
    ])
    func `legal forms of many countries go`(a: String, b: String) {
        #expect(CompanyName(a).hash == CompanyName(b).hash)
    }

    @Test func `a form at the front may be a name`() {
        #expect(CompanyName("AD Pumps Ltd").hash != CompanyName("Pumps Ltd").hash)
        #expect(CompanyName("PT Engines").hash != CompanyName("Engines").hash)
        // Nothing is left of it: then it is what it is.
        #expect(CompanyName("Co. Ltd.").hash != nil)
    }
}
