extension BuiltInProfiles {
    static let chineseCards = """
        name: cmb-debit
        title: { en: "China Merchants Bank, debit card", zh: 招商银行储蓄卡交易流水 }
        source: exports of the bank
        header: [记账日期, 货币, 交易金额, 联机余额, 交易摘要, 对手信息]
        columns:
          bookedOn: 记账日期
          amount: 交易金额
          balance: 联机余额
          currency: 货币
          counterpartyName: 对手信息
          purpose: 客户摘要
          text: 交易摘要
        account: { preamble: [账号：…, 户口号：…] }
        dates: [yyyy-MM-dd, yyyyMMdd]
        ---
        name: cmb-credit
        title: { en: "China Merchants Bank, credit card", zh: 招商银行信用卡对账单 }
        source: statements of the bank
        header: [交易日, 记账日, 交易摘要, 人民币金额, 卡号末四位]
        columns:
          bookedOn: 记账日
          valueDate: 交易日
          amount: 人民币金额
          account: 卡号末四位
          purpose: 交易摘要
        currency: CNY
        # The year is that of the month which the title names.
        dates: [MM/dd]
        signs: debitsPositive
        ---
        name: icbc-debit
        title: { en: "ICBC, debit card", zh: 工商银行借记卡明细 }
        source: exports of the bank, the older form
        header: [交易日期, 摘要, 交易场所, 钞/汇, 记账金额(收入), 记账金额(支出), 记账币种, 余额, 对方户名]
        columns:
          bookedOn: 交易日期
          debit: 记账金额(支出)
          credit: 记账金额(收入)
          balance: 余额
          currency: 记账币种
          counterpartyName: [对方户名, 交易场所]
          purpose: [摘要, 交易场所]
        account: { preamble: 卡号：… }
        dates: [yyyy-MM-dd]
        order: newestFirst
        ends: [人民币合计, 合计金额]
        ---
        name: icbc-debit-2
        title: { en: "ICBC, debit card, with details", zh: 工商银行借记卡明细（含交易详情） }
        source: exports of the bank, the newer form
        header:
          [交易日期, 摘要, 交易详情, 交易场所, 钞/汇, 记账金额(收入), 记账金额(支出), 记账币种, 余额, 对方户名, 对方账户]
        columns:
          bookedOn: 交易日期
          debit: 记账金额(支出)
          credit: 记账金额(收入)
          balance: 余额
          currency: 记账币种
          counterpartyName: [对方户名, 交易场所]
          counterpartyAccount: 对方账户
          purpose: [摘要, 交易详情, 交易场所]
        account: { preamble: 卡号：… }
        dates: [yyyy-MM-dd]
        order: newestFirst
        ends: [人民币合计, 合计金额]
        ---
        name: icbc-credit
        title: { en: "ICBC, credit card", zh: 工商银行信用卡明细 }
        source: exports of the bank
        header: [交易日期, 记账日期, 摘要, 交易场所, 记账金额(收入), 记账金额(支出), 记账币种, 余额]
        columns:
          bookedOn: 记账日期
          valueDate: 交易日期
          debit: 记账金额(支出)
          credit: 记账金额(收入)
          balance: 余额
          currency: 记账币种
          counterpartyName: [对方户名, 交易场所]
          purpose: [摘要, 交易场所]
        account: { preamble: 卡号：… }
        dates: [yyyy-MM-dd]
        order: newestFirst
        ends: [合计金额, 人民币合计]
        """
}
