import Ledger

/// The command line knows it from here.
public typealias Language = Ledger.Language
