extension BuiltInProfiles {
    static let chineseWallets = """
        name: alipay
        title: { en: Alipay statement of transactions, zh: 支付宝交易明细 }
        source: exports of the service
        header: [交易时间, 交易对方, 收/支, 金额, 交易状态, 交易订单号|交易号]
        columns:
          bookedOn: 交易时间
          amount: 金额
          counterpartyName: 交易对方
          counterpartyAccount: 对方账号
          purpose: [商品说明|商品名称, 备注]
          text: [交易分类, 收/付款方式]
          bankReference: 交易订单号|交易号
          customerReference: 商家订单号
        account: { preamble: 支付宝账户：… }
        currency: CNY
        # What does not count as income or expense moves between accounts of one's own, unless it is
        # a refund; and what was closed without it was never paid.
        direction:
          - { column: 收/支, credit: 收入, debit: 支出 }
          - { column: 交易状态, credit: 退款成功, pass: 交易关闭 }
          - { column: 收/支, info: [不计收支, 其他, /, ""] }
        # A trade that was paid and closed has its refund in a row of its own.
        status:
          - { column: 交易状态, pass: [等待付款, 失败*, 支付失败*], booked: "*" }
        dates: [yyyy-MM-dd, yyyy/M/d]
        signs: ignored
        order: newestFirst
        ends: ["------"]
        ---
        name: wechat
        title: { en: WeChat Pay statement of transactions, zh: 微信支付账单明细 }
        source: exports of the service
        header: [交易时间, 交易类型, 交易对方, 商品, 收/支, 金额(元), 支付方式, 当前状态, 交易单号]
        columns:
          bookedOn: 交易时间
          amount: 金额(元)
          counterpartyName: 交易对方
          purpose: [商品, 备注]
          text: [交易类型, 支付方式, 当前状态]
          bankReference: 交易单号
          customerReference: 商户单号
        account: { preamble: 微信昵称：… }
        currency: CNY
        # 中性交易: between the wallet and accounts of one's own.
        direction: { column: 收/支, credit: 收入, debit: 支出, info: [/, 中性交易, ""] }
        status: { column: 当前状态, pass: [支付失败*, 已撤销], booked: "*" }
        dates: [yyyy-MM-dd, yyyy/M/d]
        order: newestFirst
        """
}
