import Formats
import Glibc

/// A mail read whole: taken apart, with the advices that were found in it.
public struct MailFile: Sendable, Equatable {
    /// Nil where the file is no mail.
    public var message: MailMessage?
    public var advices: [FoundAdvice] = []

    public struct FoundAdvice: Sendable, Equatable {
        public var advice: RemittanceAdvice
        /// `body table 1`, `Avis.pdf page 2`, `payment.xlsx Sheet1`.
        public var place: String
    }

    public init() {}
}

/// Takes a mail apart and looks for remittance advices in its text, tables and attachments.
///
/// What C libraries do happens in processes of their own, which `program` starts; whatever becomes
/// of them is a finding.
public func readMail(_ bytes: [UInt8], by program: Program = .itself) -> Parsed<MailFile> {
    let taken = takeApart(bytes, by: program)
    var file = MailFile()
    file.message = taken.document
    guard let message = taken.document else { return Parsed(file, findings: taken.findings) }
    var sources = MailSources(program)
    sources.add(message)
    let found = findAdvices(in: sources.sources)
    file.advices = found.document.map { advice in
        MailFile.FoundAdvice(advice: advice, place: sources.place(of: advice))
    }
    return Parsed(file, findings: taken.findings + sources.findings + found.findings)
}

/// Takes a mail apart; no message where it is none.
public func takeApart(_ bytes: [UInt8], by program: Program) -> Parsed<MailMessage?> {
    let place = "mail"
    if bytes.count > MailLimits.mail {
        let size = "\(bytes.count) bytes"
        return Parsed(nil, findings: [Finding(MailFinding.tooLarge, at: place, value: size)])
    }
    let answer = MailStart.mail(bytes).withUnsafeBytes { program.run(.takeApartMail, on: $0) }
    guard let frames = MailAnswer(answer.bytes, place: place) else {
        let finding = Finding(MailFinding.processFailed, at: place, value: "unknown answer")
        return Parsed(nil, findings: [finding])
    }
    var findings = frames.findings
    if let problem = answer.problem(isWhole: frames.isWhole) {
        findings.append(Finding(problem.0, at: place, value: problem.1))
    }
    guard let message = frames.message, message.saysAnything else {
        if findings.isEmpty { findings.append(Finding(MailFinding.unreadable, at: place)) }
        return Parsed(nil, findings: findings)
    }
    return Parsed(message, findings: findings)
}

extension ChildProcess.Output {
    /// What went wrong with the process, and in words which; nil for nothing.
    fileprivate func problem(isWhole: Bool) -> (MailFinding, String)? {
        switch ending {
        case .exited where isWhole: nil
        case .exited(let code): (.processFailed, "exit \(code)")
        // The processor's time has limits too, and their signal.
        case .timeLimit, .killed(SIGXCPU): (.timeLimit, "10 s")
        case .killed(let signal): (.processFailed, "signal \(signal)")
        case .outputLimit: (.tooLarge, "decoded")
        case .notStarted(let number): (.processFailed, String(cString: strerror(number)))
        }
    }
}
