extension LetterTexts {
    static let remittanceRequest = (
        en: """
        Your payment of {amount} of {valueDate}: which invoices does it settle?

        Dear Sir or Madam,

        Thank you for the payment from {payer} of {amount}, which reached us on {valueDate}. \
        We cannot see with certainty which of our documents it settles, so we have not yet been \
        able to apply it to your account.

        [payment]

        Please send us a remittance advice by {replyBy} that shows for each document its \
        number, the amount paid, and any discount or other deduction with its reason. If the \
        payment was made for another company, please give us its name as well; if it was not \
        meant for us, please tell us so.

        If you have sent the details already, we should be grateful for a copy. Please quote \
        our reference {receipt} in your reply.
        """,
        zh: """
        关于贵司{valueDate}付款{amount}：烦请告知对应发票

        尊敬的客户：

        我司已于{valueDate}收到{payer}汇入的{amount}，谨此致谢。因该笔款项付款明细不全，\
        我司尚无法确认其对应的单据，暂未核销贵司账款。

        [payment]

        烦请于{replyBy}前向我司提供付款明细，逐笔注明单据号、付款金额，以及折扣或其他扣款的金额与原因。如系代其他公司付款，\
        请一并注明该公司名称；如款项并非付予我司，亦请告知。

        如贵司已发送过上述明细，烦请再发一份，并在回复中注明我方编号{receipt}。
        """
    )

    static let senderQuery = (
        en: """
        Request for information on a credit of {amount}, value date {valueDate}

        Dear Sir or Madam,

        The amount below was credited to our account {ourAccount}. The statement does not \
        tell us enough of who ordered the payment and what it is for.

        [payment]

        Please obtain the following from the ordering institution, by a free-format message \
        MT199 or an investigation request camt.110 that quotes the UETR and the references \
        above, and pass it on to us by {replyBy}:

        (a) full name, address and account of the ordering customer (field 50a; Debtor), and \
        of the ultimate debtor where the payment was made on behalf of another party;
        (b) the remittance information in full (field 70; Remittance Information);
        (c) the UETR, the sender's reference (field 20) and the end-to-end reference;
        (d) who bore the charges, and what was deducted on the way (fields 71A and 71F).

        We need these particulars to apply the money and to identify its payer. This is an \
        inquiry only: please do not return the funds. Your answer, MT199, camt.111 or in \
        writing, may quote our reference {receipt}.
        """,
        zh: """
        关于{valueDate}入账{amount}的汇款人信息查询

        敬启者：

        下列款项已贷记我司在贵行开立的账户{ourAccount}，但对账单所载信息不足以确认汇款人及款项用途。

        [payment]

        烦请贵行以自由格式报文MT199或调查请求报文camt.110（注明UETR及上述编号）向汇出行查询，\
        并于{replyBy}前将以下信息告知我司：

        （一）汇款人全称、地址及账号（50a域；Debtor），如系代他人付款，并请告知最终付款人；
        （二）完整的附言（70域；Remittance Information）；
        （三）UETR、发报行编号（20域）及端到端编号；
        （四）费用承担方式及途中扣收的费用（71A、71F域）。

        上述信息用于我司核销款项及识别付款人。本函仅为查询，请勿退汇。贵行可以MT199、camt.111或书面方式答复，\
        并请注明我方编号{receipt}。
        """
    )

    static let misdirectedPayment = (
        en: """
        Payment of {amount} of {valueDate}: was it meant for us?

        Dear Sir or Madam,

        On {valueDate} we received from {payer} the amount of {amount}. We find no invoice, \
        order or contract of ours to which the payment could belong, and believe that it may \
        have been sent to us in error.

        [payment]

        Please look into it and tell us by {replyBy} which of these is so:

        (a) the payment is meant for us: then please name the documents that it settles;
        (b) it was sent in error: then please ask your bank to recall it (camt.056, MT192), \
        or confirm to us in writing that it is to be returned.

        For your protection we return money only to the account that it came from, and to no \
        account that is named to us in a message. Until we hear from you, the amount is kept \
        apart and is not used. Our reference is {receipt}.
        """,
        zh: """
        关于{valueDate}汇入{amount}：请确认是否误汇

        敬启者：

        我司于{valueDate}收到{payer}汇入的{amount}。经核查，我司未发现与该笔款项相对应的发票、订单或合同，\
        疑为误汇。

        [payment]

        烦请核实，并于{replyBy}前告知属于下列何种情形：

        （一）款项确系付予我司：请告知对应单据；
        （二）款项系误汇：请通过贵司开户行发起撤回请求（camt.056、MT192），或书面确认由我司退回。

        为保障贵司资金安全，我司仅将款项原路退回付款账户，不接受以邮件等方式另行指定的账户。在收到贵司答复之前，该笔款项单独保管，\
        不作他用。我方编号：{receipt}。
        """
    )
}
