import Testing
import bindgen

/// The bridges that the samples use; the real ones are read from Runtime.
let standardBridges = """
    extension Int: RawBridged {}
    extension Int: Placeheld {}
    extension Double: RawBridged {}
    extension Double: Placeheld {}
    extension Float: RawBridged {}
    extension Bool: RawBridged {}
    extension String: ReferenceBridged {}
    extension Range: ReferenceBridged where Bound: Bridged {}
    extension ClosedRange: ReferenceBridged where Bound: Bridged {}
    """

@Suite struct RefusalTests {
    func refusals(_ text: String) -> [String] {
        Generator(modules: ["M"], sources: [.init(module: "M", path: "M.swift", text: text)], bridges: [standardBridges]).refusals.map(\.description)
    }

    static let advice = "make it package or add a Bridged conformance"

    @Test(arguments: [
        ("public struct A { public var p: UnsafeMutablePointer<Double> }", "1:33", "a cell cannot hold 'UnsafeMutablePointer<Double>'; \(advice)"),
        ("public struct A { public func f<T>(_ x: T) {} }", "1:32", "'f' is generic, and cells see concrete declarations only; \(advice)"),
        ("public struct A<T> { }", "1:15", "'A' is generic, and cells see concrete declarations only; \(advice)"),
        ("public struct A { public func f() async {} }", "1:35", "an async function cannot be called from a cell; \(advice)"),
        ("public func f(_ x: inout Int) {}", "1:13", "a function with an inout parameter cannot be called from a cell; \(advice)"),
        ("public func f(_ x: Int...) {}", "1:23", "a function with a variadic parameter cannot be called from a cell; \(advice)"),
        ("public func f() throws(E) {}", "1:17", "a function with typed throws cannot be called from a cell; \(advice)"),
        ("public func f() -> some Sequence<Int> { [] }", "1:20", "'some Sequence<Int>' hides its type from a cell; \(advice)"),
        ("public func f() -> any Error { E() }", "1:20", "'any Error' hides its type from a cell; \(advice)"),
        ("public func f(_ x: [Any]) {}", "1:21", "a cell cannot hold 'Any'; \(advice)"),
        ("public func f() -> Any { 1 }", "1:20", "a cell cannot hold 'Any'; \(advice)"),
        ("struct H {}\npublic func f(_ h: [H]) {}", "2:21", "a public declaration mentions 'H', which is not public; \(advice)"),
        ("public let c = load()", "1:12", "write the type of 'c': the interface text carries no values to infer it from"),
        ("#if os(Linux)\npublic func f() {}\n#endif", "2:1", "a public declaration inside #if would make the interface differ between machines; make it package"),
        ("public final class C {}", "1:20", "'C' is not a value type; \(advice)"),
        ("public actor C {}", "1:14", "'C' is not a value type; \(advice)"),
        ("public protocol P { associatedtype E }", "1:36", "'P' is generic, and cells see concrete declarations only; \(advice)"),
        ("public protocol P<E> { }", "1:18", "'P' is generic, and cells see concrete declarations only; \(advice)"),
        ("public struct A { public protocol P {} }", "1:35", "a protocol inside a type cannot be called from a cell; \(advice)"),
        ("public protocol P { func f(_ x: UnsafePointer<Int>) }", "1:33", "a cell cannot hold 'UnsafePointer<Int>'; \(advice)"),
        ("public func f() -> Int { 1 }\npublic func f() -> Double { 1 }", "2:13", "the native table already has 'f()<>' from M.swift:1:13; rename one, or make it package"),
        ("public func f(_ g: @Sendable (Int) -> Int) {}", "1:20", "a function that may call its closure on any thread cannot be called from a cell; \(advice)"),
        ("public func f(_ g: ((Int) -> Int)?) {}", "1:20", "a cell cannot hold '((Int) -> Int)'; \(advice)"),
        ("public struct V {}\npublic func f(_ g: (Int) -> V) {}", "2:20", "a closure that returns 'V' and does not throw cannot be called from a cell; \(advice)"),
        ("public func f() -> (Int) -> Int { { $0 } }", "1:13", "a function that returns a function cannot be called from a cell; \(advice)"),
    ])
    func refused(_ text: String, place: String, sentence: String) {
        // The place that matters most is the line; the column is checked where it is the mention itself.
        let found = refusals(text)
        #expect(found.count == 1)
        #expect(found.first?.hasSuffix("error: " + sentence) == true, "\(found)")
        #expect(found.first?.hasPrefix("M.swift:\(place):") == true, "\(found)")
    }

    @Test func everyRefusalAtOnce() {
        #expect(refusals("public func f(_ x: inout Int) {}\npublic final class C {}\npublic let c = load()").count == 3)
    }

    @Test func hiddenDeclarationsAreFree() {
        #expect(refusals("package func f<T>(_ x: inout T) async {}\nfinal class C {}\npublic struct A { let p: UnsafePointer<Int>; var q = { 1 }() }").isEmpty)
    }
}

@Suite struct InterfaceTests {
    func interface(_ text: String, of name: String = "A") -> String {
        let generator = Generator(modules: ["M"], sources: [.init(module: "M", path: "M.swift", text: text)], bridges: [standardBridges])
        #expect(generator.refusals.isEmpty, "\(generator.refusals)")
        return generator.interface[name] ?? ""
    }

    @Test func membersLoseTheirBodiesAndModifiers() {
        let text = interface(
            """
            /// An A.
            @frozen public struct A: Sendable, Equatable, Codable {
                /** How many. */
                @inlinable public private(set) var count: Int { get { 1 } set {} }
                public let x, y: Double
                public var text: String = "a" { didSet { print(text) } }
                @discardableResult public consuming func f(_ a: borrowing Int, by b: Int = 2 + 3) rethrows -> [Int: Double] { [:] }
            }
            """)
        #expect(
            text == """
                /// An A.
                struct A: Equatable {
                    /// How many.
                    var count: Int { get }
                    var x: Double { get }
                    var y: Double { get }
                    var text: String { get set }
                    @discardableResult func f(_ a: Int, by b: Int = 2 + 3) rethrows -> [Int: Double]
                    static func == (left: A, right: A) -> Bool
                }
                """)
    }

    @Test func protocolsAreTextAndTypesSayThatTheyConform() throws {
        let text = """
            /// What holds patterns.
            public protocol Memory: Sendable, CustomStringConvertible {
                /// How many.
                var count: Int { get }
                mutating func store(_ values: [Double]) throws
                static func make(size: Int) -> A
            }
            public struct A: Memory, Hidden, Sendable {
                public var count: Int { 0 }
                public mutating func store(_ values: [Double]) throws {}
                public static func make(size: Int) -> A { A() }
                public var description: String { "" }
            }
            protocol Hidden {}
            """
        #expect(interface(text).hasPrefix("struct A: Memory {"))
        let generator = Generator(modules: ["M"], sources: [.init(module: "M", path: "M.swift", text: text)], bridges: [standardBridges])
        let file = try #require(generator.files.first { $0.name == "ModuleM.swift" }).text
        let expected = [
            "/// What holds patterns.", "protocol Memory: CustomStringConvertible {", "    /// How many.", "    var count: Int { get }",
            "    mutating func store(_ values: [Double]) throws", "    static func make(size: Int) -> A", "}",
        ]
        #expect(file.contains("(\"Memory\", #\"\"\"\n" + expected.map { "        \($0)\n" }.joined() + "        \"\"\"#)"), "\(file)")
        #expect(!generator.keys.contains { $0.hasPrefix("store") || $0 == "count" })
    }

    @Test func whatAProtocolGivesReachesEachTypeThatConforms() {
        let text = """
            extension Node {
                /// Both.
                public func twice(_ x: Double) throws -> Double { try step(step(x)) }
                public func own() -> Int { 1 }
                func hidden() {}
            }
            public protocol Node { func step(_ x: Double) throws -> Double }
            public struct A: Node { public func step(_ x: Double) throws -> Double { x } }
            public struct B { public func step(_ x: Double) throws -> Double { x } ; public func own() -> Int { 2 } }
            extension B: Node {}
            public struct C {}
            """
        let generator = Generator(modules: ["M"], sources: [.init(module: "M", path: "M.swift", text: text)], bridges: [standardBridges])
        #expect(generator.refusals.isEmpty)
        #expect(generator.interface["A"]?.contains("    /// Both.\n    func twice(_ x: Double) throws -> Double\n    func own() -> Int") == true)
        #expect(generator.interface["C"]?.contains("twice") == false)
        for key in ["A.twice(_:)<Double>", "B.twice(_:)<Double>", "A.own()<>", "B.own()<>"] { #expect(generator.keys.count { $0 == key } == 1, "\(key)") }
        let constrained = Generator(
            modules: ["M"], sources: [.init(module: "M", path: "M.swift", text: "public protocol P {}\nextension P where Self: Equatable { public func f() {} }")],
            bridges: [standardBridges])
        #expect(constrained.refusals.count == 1)
    }

    @Test func extensionsOfAllModulesMeetInTheirType() {
        let generator = Generator(
            modules: ["M", "N"],
            sources: [
                .init(module: "N", path: "N.swift", text: "extension A.B { public func g() -> A { A() } }\npublic extension A { func f() {} }"),
                .init(module: "M", path: "M.swift", text: "public struct A { public enum B { case b(B2) ; public struct B2 {} } }"),
            ], bridges: [standardBridges])
        #expect(generator.refusals.isEmpty)
        #expect(
            generator.interface["A"] == """
                struct A {
                    func f()
                    enum B {
                        case b(B2)
                        func g() -> A
                        struct B2 {
                        }
                    }
                }
                """)
    }

    @Test func theSameInputGivesTheSameFilesInAnyOrder() {
        let sources: [Generator.Source] = [
            .init(module: "M", path: "b.swift", text: "extension A { public func b() {} }"),
            .init(module: "M", path: "a.swift", text: "public struct A {}"),
            .init(module: "M", path: "c.swift", text: "public func c() {}\npublic struct B {}"),
        ]
        let one = Generator(modules: ["M"], sources: sources, bridges: [standardBridges])
        let other = Generator(modules: ["M"], sources: sources.reversed(), bridges: [standardBridges])
        #expect(one.files.map(\.name) == other.files.map(\.name))
        #expect(one.files.map(\.text) == other.files.map(\.text))
        #expect(one.files.allSatisfy { $0.text.hasPrefix("// Generated by bindgen; do not edit.\n") })
    }

    @Test func keysAreSpelledAsTheMachineExpects() {
        let generator = Generator(
            modules: ["M"],
            sources: [
                .init(
                    module: "M", path: "M.swift",
                    text: """
                        public struct A: Hashable {
                            public init(units: Int, rate: Double? = nil) {}
                            public static func make(_ a: [String : Int]) -> A { fatalError() }
                            public static func + (left: A, right: A) -> A { left }
                            public static prefix func - (a: A) -> A { a }
                            public static func *= (left: inout A, right: Double) {}
                            public subscript(row: Int, at column: Int) -> Double { get { 0 } set {} }
                            public var size: (rows: Int, columns: Int) { (0, 0) }
                            public var title = ""
                            public func each(_ body: (Int) throws -> Void) rethrows {}
                            public enum Kind { case plain; case ridge(Double, by: Int) }
                        }
                        public func f() {}
                        """)
            ], bridges: [standardBridges])
        #expect(generator.refusals.isEmpty)
        #expect(
            Set(generator.keys) == [
                "A.init(units:rate:)<Int,Double?>", "A.make(_:)<[String:Int]>", "A.+(_:_:)<A,A>", "A.-(_:)<A>", "A.*=(_:_:)<inoutA,Double>",
                "A.subscript(_:at:)<Int,Int>", "A.subscript(_:at:)<Int,Int>.set", "A.size", "A.title", "A.title.set", "A.each(_:)<(Int)throws->Void>",
                "A.==(_:_:)<A,A>", "A.Kind.plain", "A.Kind.plain.is", "A.Kind.ridge(_:by:)<Double,Int>", "A.Kind.ridge(_:by:).is", "A.Kind.ridge(_:by:).0",
                "A.Kind.ridge(_:by:).1", "f()<>",
            ])
    }
}
