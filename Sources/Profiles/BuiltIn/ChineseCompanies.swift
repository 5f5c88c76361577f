extension BuiltInProfiles {
    static let chineseCompanies = """
        name: icbc-corporate
        title: { en: "ICBC, corporate accounts", zh: 工商银行对公账户明细 }
        source: public descriptions only
        header: [凭证号, 对方账号, 交易时间|交易日期, 借方发生额|转出金额, 贷方发生额|转入金额, 对方单位名称|对方单位, 余额]
        columns:
          bookedOn: [入账日期, 交易时间|交易日期]
          debit: 借方发生额|转出金额
          credit: 贷方发生额|转入金额
          balance: 余额
          counterpartyName: 对方单位名称|对方单位
          counterpartyAccount: 对方账号
          counterpartyBank: [对方行名, 对方行号]
          purpose: [摘要, 用途, 附言, 个性化信息|回单个性化信息]
          bankReference: [交易流水号|流水号, 凭证号]
        account: { column: 本方账号|账号, preamble: [账号：…, 查询账号：…] }
        currency: { column: 币种, fixed: CNY }
        dates: [yyyy-MM-dd, yyyyMMdd, yyyy/M/d]
        ends: [合计]
        ---
        name: abc-corporate
        title: { en: "Agricultural Bank of China, corporate accounts", zh: 农业银行对公账户明细 }
        source: public descriptions only
        header: [交易时间|交易日期, 收入金额, 支出金额, 账户余额|余额, 对方账号, 对方户名, 交易用途|用途]
        columns:
          bookedOn: 交易时间|交易日期
          debit: 支出金额
          credit: 收入金额
          balance: 账户余额|余额
          counterpartyName: 对方户名
          counterpartyAccount: 对方账号
          counterpartyBank: [对方开户行|对方行名, 对方省市]
          purpose: [交易用途|用途, 摘要|交易摘要, 附言|交易附言]
          text: [交易行名, 交易渠道]
          bankReference: [交易流水号|流水号|日志号, 凭证号]
        account: { column: 账号|本方账号, preamble: [账号：…, 账户：…] }
        currency: { column: 币种, preamble: 币种：…, fixed: CNY }
        dates: [yyyy-MM-dd, yyyyMMdd, yyyy/M/d, yyyy年M月d日]
        ends: [合计]
        ---
        name: boc-corporate
        title: { en: "Bank of China, corporate accounts", zh: 中国银行企业账户交易明细 }
        source: public descriptions only; both languages stand in each column name
        header: [交易类型, 付款人账号, 付款人名称, 收款人账号, 收款人名称, 交易日期, 交易金额, 交易后余额]
        columns:
          bookedOn: 交易日期
          valueDate: 起息日期
          time: 交易时间
          amount: 交易金额
          balance: 交易后余额
          currency: 交易货币
          payerName: 付款人名称
          payerAccount: 付款人账号
          payerBank: [付款人开户行名|付款人开户行名称, 付款人开户行号]
          payeeName: 收款人名称
          payeeAccount: 收款人账号
          payeeBank: [收款人开户行名|收款人开户行名称, 收款人开户行行号]
          purpose: [摘要, 用途, 交易附言, 备注]
          text: [交易类型, 业务类型]
          bankReference: 交易流水号
          customerReference: [客户业务编号, 客户申请号]
          checkNumber: 凭证号码
        account: { preamble: 查询账号 … }
        currency: CNY
        dates: [yyyyMMdd, yyyy-MM-dd, yyyy/M/d]
        """

    static let chineseCompanies2 = """
        name: ccb-corporate
        title: { en: "China Construction Bank, corporate accounts", zh: 建设银行对公账户活期明细 }
        source: public descriptions only
        header:
          - 交易时间
          - 借方发生额|借方发生额(支取)|借方发生额(支出)
          - 贷方发生额|贷方发生额(收入)
          - 余额
          - 对方户名
          - 对方账号
          - 对方开户机构
          - 摘要
          - 账户明细编号-交易流水号
        columns:
          bookedOn: [记账日期, 交易时间]
          debit: 借方发生额|借方发生额(支取)|借方发生额(支出)
          credit: 贷方发生额|贷方发生额(收入)
          balance: 余额
          counterpartyName: 对方户名
          counterpartyAccount: 对方账号
          counterpartyBank: 对方开户机构
          purpose: [摘要, 备注]
          bankReference: 账户明细编号-交易流水号
          customerReference: 企业流水号
          checkNumber: 凭证号
        account: { column: 账号, preamble: 账号：… }
        currency: { column: 币种, preamble: 币种：…, fixed: CNY }
        dates: [yyyyMMdd, yyyy-MM-dd, yyyy/M/d]
        ends: [合计]
        ---
        name: bocom-corporate
        title: { en: "Bank of Communications, corporate accounts", zh: 交通银行对公账户明细 }
        source: public descriptions only
        header: [交易时间|交易日期, 摘要, 借方发生额, 贷方发生额, 余额, 对方账号, 对方户名]
        columns:
          bookedOn: [记账日期, 交易时间|交易日期]
          debit: 借方发生额
          credit: 贷方发生额
          balance: 余额
          counterpartyName: 对方户名
          counterpartyAccount: 对方账号
          counterpartyBank: 对方行名|对方开户行
          purpose: [摘要, 用途, 附言, 备注]
          bankReference: 核心流水号|交易流水号|流水号
          checkNumber: 凭证号码|凭证号
        account: { column: 账号|查询账号, preamble: [查询账号：…, 账号：…] }
        currency: { column: 币种, preamble: 币种：…, fixed: CNY }
        dates: [yyyy-MM-dd, yyyyMMdd, yyyy/M/d]
        ends: [合计]
        ---
        name: cmb-corporate
        title: { en: "China Merchants Bank, corporate accounts", zh: 招商银行企业账户交易明细 }
        source: public descriptions only
        header:
          - 交易日|交易日期
          - 借方金额|借方(出账)
          - 贷方金额|贷方(入账)
          - 余额
          - 摘要
          - 收(付)方名称|收/付方名称
          - 收(付)方账号|收/付方账号
        columns:
          bookedOn: 交易日|交易日期
          valueDate: 起息日
          time: 交易时间
          debit: 借方金额|借方(出账)
          credit: 贷方金额|贷方(入账)
          balance: 余额
          counterpartyName: 收(付)方名称|收/付方名称
          counterpartyAccount: 收(付)方账号|收/付方账号
          counterpartyBank: [收(付)方开户行名, 收(付)方开户行行号]
          purpose: [摘要, 用途, 业务摘要, 其它摘要, 扩展摘要]
          text: [交易类型, 业务名称]
          code: 交易分析码
          bankReference: 流水号|交易流水号
          customerReference: 业务参考号
          checkNumber: 票据号
        account: { column: 账号, preamble: 账号：… }
        currency: { column: 币种, preamble: 币种：…, fixed: CNY }
        dates: [yyyyMMdd, yyyy-MM-dd, yyyy/M/d]
        ends: [合计]
        """
}
