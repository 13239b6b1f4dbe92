/// A span of time. Written `10.ms`, `0.1.ms`, `2.seconds`.
public struct Time: Equatable, Comparable, Sendable, CustomStringConvertible, Codable {
    /// In milliseconds.
    public let milliseconds: Double
    /// So many milliseconds.
    public init(milliseconds: Double) { self.milliseconds = milliseconds }
    /// In seconds.
    public var seconds: Double { milliseconds / 1000 }
    /// The time with its unit.
    public var description: String { "\(milliseconds) ms" }
    /// Whether `a` is shorter than `b`.
    public static func < (a: Time, b: Time) -> Bool { a.milliseconds < b.milliseconds }
    /// The time of the other sign.
    public static prefix func - (a: Time) -> Time { Time(milliseconds: -a.milliseconds) }
    /// The sum of two times.
    public static func + (a: Time, b: Time) -> Time { Time(milliseconds: a.milliseconds + b.milliseconds) }
    /// The difference of two times.
    public static func - (a: Time, b: Time) -> Time { Time(milliseconds: a.milliseconds - b.milliseconds) }
}

/// An electric potential. Written `-65.mV`.
public struct Voltage: Equatable, Comparable, Sendable, CustomStringConvertible, Codable {
    /// In millivolts.
    public let millivolts: Double
    /// So many millivolts.
    public init(millivolts: Double) { self.millivolts = millivolts }
    /// The potential with its unit.
    public var description: String { "\(millivolts) mV" }
    /// Whether `a` is lower than `b`.
    public static func < (a: Voltage, b: Voltage) -> Bool { a.millivolts < b.millivolts }
    /// The potential of the other sign.
    public static prefix func - (a: Voltage) -> Voltage { Voltage(millivolts: -a.millivolts) }
}

/// An electric current. Written `100.pA`, `0.5.nA`.
public struct Current: Equatable, Comparable, Sendable, CustomStringConvertible, Codable {
    /// In picoamperes.
    public let picoamperes: Double
    /// So many picoamperes.
    public init(picoamperes: Double) { self.picoamperes = picoamperes }
    /// The current with its unit.
    public var description: String { "\(picoamperes) pA" }
    /// Whether `a` is lower than `b`.
    public static func < (a: Current, b: Current) -> Bool { a.picoamperes < b.picoamperes }
    /// The current in the other direction.
    public static prefix func - (a: Current) -> Current { Current(picoamperes: -a.picoamperes) }
}

/// A conductance. Written `2.nS`.
public struct Conductance: Equatable, Comparable, Sendable, CustomStringConvertible, Codable {
    /// In nanosiemens.
    public let nanosiemens: Double
    /// So many nanosiemens.
    public init(nanosiemens: Double) { self.nanosiemens = nanosiemens }
    /// The conductance with its unit.
    public var description: String { "\(nanosiemens) nS" }
    /// Whether `a` is lower than `b`.
    public static func < (a: Conductance, b: Conductance) -> Bool { a.nanosiemens < b.nanosiemens }
}

/// A capacitance. Written `200.pF`.
public struct Capacitance: Equatable, Comparable, Sendable, CustomStringConvertible, Codable {
    /// In picofarads.
    public let picofarads: Double
    /// So many picofarads.
    public init(picofarads: Double) { self.picofarads = picofarads }
    /// The capacitance with its unit.
    public var description: String { "\(picofarads) pF" }
    /// Whether `a` is lower than `b`.
    public static func < (a: Capacitance, b: Capacitance) -> Bool { a.picofarads < b.picofarads }
}

/// How often something happens. Written `20.Hz`.
public struct Frequency: Equatable, Comparable, Sendable, CustomStringConvertible, Codable {
    /// In hertz.
    public let hertz: Double
    /// So many hertz.
    public init(hertz: Double) { self.hertz = hertz }
    /// The frequency with its unit.
    public var description: String { "\(hertz) Hz" }
    /// Whether `a` is lower than `b`.
    public static func < (a: Frequency, b: Frequency) -> Bool { a.hertz < b.hertz }
}

extension Double {
    /// So many milliseconds.
    public var ms: Time { Time(milliseconds: self) }
    /// So many seconds.
    public var seconds: Time { Time(milliseconds: self * 1000) }
    /// So many millivolts.
    public var mV: Voltage { Voltage(millivolts: self) }
    /// So many picoamperes.
    public var pA: Current { Current(picoamperes: self) }
    /// So many nanoamperes.
    public var nA: Current { Current(picoamperes: self * 1000) }
    /// So many nanosiemens.
    public var nS: Conductance { Conductance(nanosiemens: self) }
    /// So many picofarads.
    public var pF: Capacitance { Capacitance(picofarads: self) }
    /// So many hertz.
    public var Hz: Frequency { Frequency(hertz: self) }
}

extension Int {
    /// So many milliseconds.
    public var ms: Time { Double(self).ms }
    /// So many seconds.
    public var seconds: Time { Double(self).seconds }
    /// So many millivolts.
    public var mV: Voltage { Double(self).mV }
    /// So many picoamperes.
    public var pA: Current { Double(self).pA }
    /// So many nanoamperes.
    public var nA: Current { Double(self).nA }
    /// So many nanosiemens.
    public var nS: Conductance { Double(self).nS }
    /// So many picofarads.
    public var pF: Capacitance { Double(self).pF }
    /// So many hertz.
    public var Hz: Frequency { Double(self).Hz }
}
