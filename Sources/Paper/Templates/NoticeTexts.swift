extension LetterTexts {
    static let returnedCheck = (
        en: """
        Your check {check} of {amount} was returned unpaid

        Dear Sir or Madam,

        Your check {check} of {amount}, credited to us on {valueDate}, was returned to us \
        unpaid. The bank gives as the reason: {reason}

        [payment]

        [table]

        The documents it was meant for are open again. Please pay {amount} by wire transfer \
        to our account {ourAccount}, to arrive by {replyBy}, and do not replace it by another \
        check. Please quote our reference {receipt}. If you believe that the check was \
        returned in error, please send us a confirmation of your bank.
        """,
        zh: """
        贵司支票{check}（{amount}）被退票

        尊敬的客户：

        贵司支票{check}，金额{amount}，于{valueDate}贷记我司账户后被银行退票。银行注明的退票原因：\
        {reason}

        [payment]

        [table]

        上述支票对应的单据现恢复为未清。请于{replyBy}前以电汇方式将{amount}汇至我司账户{ourAccount}，\
        请勿再以支票支付，并注明我方编号{receipt}。如贵司认为退票有误，请提供银行证明。
        """
    )

    static let thirdPartyPayment = (
        en: """
        Payment by {payer} on behalf of {customer}

        Dear Sir or Madam,

        On {valueDate} we received {amount} from {payer}, which is no party to our contracts \
        with you. It seems to be meant for your account.

        [payment]

        We may accept a payment by a third party only where both of you confirm it. Please \
        return the enclosed payment-on-behalf letter to us by {replyBy}, signed and sealed by \
        {customer} and by {payer}, with a copy of the payer's business registration. Until \
        then the amount is not applied. Our reference is {receipt}.

        --- Payment-on-behalf letter

        To {sender}

        {customer} (the customer) has instructed {payer} (the payer) to make the payment \
        below on its behalf. Your reference: {receipt}.

        [payment]

        The documents that it settles: ______________________________________________

        The customer and the payer confirm:

        1. In the amount received, the payment discharges debts of the customer for the \
        documents named above.
        2. The payer acquires no claim of its own against {sender} by this payment, and will \
        not ask for its return.
        3. Should the money have to be repaid, it is repaid to the account that it came from.
        4. The money is of lawful origin; the payment complies with the rules on foreign \
        exchange, sanctions and money laundering that apply to each of us.
        5. Relation of the payer to the customer: ____________________________________

        Signed and sealed by persons authorised to do so, with name, title and date:

        [signatures]
        """,
        zh: """
        关于{payer}代{customer}付款事宜

        尊敬的客户：

        我司于{valueDate}收到{payer}汇入的{amount}。该付款方并非贵我双方合同的当事人，款项似为代贵司支付。

        [payment]

        第三方代付款项须经双方确认后方可入账。请将所附《代付委托函》由{customer}与{payer}签字盖章后，\
        连同付款方营业执照副本复印件，于{replyBy}前寄回我司。在此之前，该笔款项暂不核销。我方编号：{receipt}。

        --- 代付委托函

        致：{sender}

        {customer}（以下称“委托方”）委托{payer}（以下称“代付方”）代为支付下列款项。贵司编号：{receipt}。

        [payment]

        对应单据：______________________________________________

        委托方与代付方共同确认：

        1. 上述款项在到账金额范围内，用于清偿委托方就上列单据应付贵司的款项。
        2. 代付方不因本次付款对{sender}享有任何债权，亦不要求返还。
        3. 如需退款，款项原路退回付款账户。
        4. 款项来源合法，本次付款符合各方所适用的外汇管理、制裁及反洗钱规定。
        5. 代付方与委托方的关系：____________________________________

        双方授权代表签字并盖章，注明姓名、职务与日期：

        [signatures]
        """
    )

    static let bankChangeWarning = (
        en: """
        Our bank details have not changed: please beware of forged messages

        Dear Sir or Madam,

        Your payment of {amount} reached us on {valueDate} on our account ending in \
        {ourAccountEnd}. That account is the right one, and it has not changed.

        We never change our bank details by e-mail, and not by a letter alone either. \
        Messages that ask you to pay to another account, in our name or in the name of one of \
        our staff, are forged, however genuine they look: sender, letterhead and signature \
        can all be copied.

        If you receive such a message, please do not pay and do not answer it. Call the \
        contact you know, at the number in your contract or your records and not at one in \
        the message, and let us have a copy by {replyBy}. If you have paid already, ask your \
        bank for a recall at once: every hour counts.

        Please pass this on to everyone in your company who can change the bank details of a \
        supplier. Our reference is {receipt}.
        """,
        zh: """
        重要提示：我司收款账户未变更，谨防诈骗

        尊敬的客户：

        贵司{amount}款项已于{valueDate}汇入我司尾号{ourAccountEnd}的账户。该账户正确无误，未曾变更。

        我司不会通过电子邮件变更收款账户，亦不会仅凭一纸函件变更。凡以我司或我司员工名义要求贵司向其他账户付款的信息，\
        无论看似多么真实，均系伪造：发件人、信头与签名均可仿冒。

        如收到此类信息，请勿付款、勿回复，并请按合同或贵司留存的电话（切勿使用该信息中的号码）致电既有联系人核实，\
        同时于{replyBy}前将该信息抄送我司。如已付款，请立即要求贵司开户行撤回，时间至关重要。

        烦请转告贵司所有有权变更供应商账户信息的人员。我方编号：{receipt}。
        """
    )
}
