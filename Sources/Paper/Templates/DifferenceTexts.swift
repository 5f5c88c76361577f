extension LetterTexts {
    static let shortPayment = (
        en: """
        Your payment of {valueDate}: {open} remains unpaid

        Dear Sir or Madam,

        Thank you for your payment of {amount}, which reached us on {valueDate}. It is less \
        than the documents it was applied to; {open} remains unpaid.

        [table]

        Reason of the difference as we know it: {reason}

        If the amount is due, please pay it by {replyBy} to our account {ourAccount}. If you \
        have withheld it for a reason, please send us that reason with the documents by the \
        same day (a debit note, a proof of delivery, a price agreement), so that we can \
        examine it and credit what is justified. Please quote our reference {receipt}.
        """,
        zh: """
        关于贵司{valueDate}付款：尚差{open}

        尊敬的客户：

        贵司{amount}款项已于{valueDate}到账，谨此致谢。该款项少于所核销单据的金额，尚差{open}。

        [table]

        我司所知差额原因：{reason}

        如该差额应付，请于{replyBy}前补付至我司账户{ourAccount}。如系贵司有意扣减，\
        请于同日前告知原因并提供凭证（扣款通知、签收单、价格协议等），以便我司核实并就合理部分出具贷项。\
        来函请注明我方编号{receipt}。
        """
    )

    static let unearnedDiscount = (
        en: """
        Your payment of {valueDate}: cash discount of {discount} taken after its day

        Dear Sir or Madam,

        Thank you for your payment of {amount}, which reached us on {valueDate}. You have \
        deducted a cash discount whose period had ended by then:

        [table]

        The discount is granted for payment within its period only. Please pay {discount} by \
        {replyBy} to our account {ourAccount}, quoting our reference {receipt}. If your \
        records show an earlier value date, please send us the bank's confirmation.
        """,
        zh: """
        关于贵司{valueDate}付款：逾期享受现金折扣{discount}

        尊敬的客户：

        贵司{amount}款项已于{valueDate}到账，谨此致谢。贵司付款时扣除了现金折扣，但到账时折扣期已届满：

        [table]

        现金折扣仅适用于折扣期内的付款。请于{replyBy}前将{discount}补付至我司账户{ourAccount}，\
        并注明我方编号{receipt}。如贵司记录的起息日早于上述日期，请提供银行回单。
        """
    )

    static let overpayment = (
        en: """
        Credit of {left} in your favour from your payment of {valueDate}

        Dear Sir or Madam,

        Thank you for your payment of {amount}, which reached us on {valueDate}. It is more \
        than the documents that we could apply it to. We hold {left} in your favour.

        [payment]

        [table]

        Please tell us by {replyBy} how the credit is to be used:

        (a) applied to invoices: then please name their numbers and amounts;
        (b) kept on account for later invoices;
        (c) returned to you: then we return it to the account it came from. For your \
        protection another account is accepted only after we have confirmed it with a contact \
        we know.

        Until we hear from you, the amount stays on your account. Our reference is {receipt}.
        """,
        zh: """
        贵司{valueDate}付款中多付{left}，请确认用途

        尊敬的客户：

        贵司{amount}款项已于{valueDate}到账，谨此致谢。该款项超过我司可核销单据的金额，现有{left}为贵司多付款。

        [payment]

        [table]

        烦请于{replyBy}前告知多付款的处理方式：

        （一）冲抵发票：请注明单据号及金额；
        （二）留作挂账，冲抵后续发票；
        （三）退回：我司将原路退回付款账户。为保障贵司资金安全，如需退至其他账户，须经我司与既有联系人核实。

        在收到贵司答复之前，该款项保留在贵司账上。我方编号：{receipt}。
        """
    )

    static let duplicatePayment = (
        en: """
        Possible duplicate payment of {amount}

        Dear Sir or Madam,

        On {valueDate} we received from {payer} the amount of {amount}. The same amount has \
        reached us from you in another payment, so that it may have been paid twice:

        [table]

        Please check and tell us by {replyBy}:

        (a) if both payments are meant, which documents each of them settles;
        (b) if it was paid twice, whether we shall apply {left} to other invoices or return \
        it to the account it came from.

        Until we hear from you, we hold {left} in your favour. Our reference is {receipt}.
        """,
        zh: """
        疑似重复付款{amount}，请核实

        尊敬的客户：

        我司于{valueDate}收到{payer}汇入的{amount}。我司另收到贵司一笔相同金额的款项，疑为重复付款：

        [table]

        烦请核实，并于{replyBy}前告知：

        （一）如两笔均为正常付款，请告知各笔对应的单据；
        （二）如系重复付款，请确认将{left}冲抵其他发票，或原路退回付款账户。

        在收到贵司答复之前，{left}作为贵司多付款保留。我方编号：{receipt}。
        """
    )
}
