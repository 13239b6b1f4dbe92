// swift-tools-version: 6.2
import PackageDescription

/// One set of rules for every Swift target. Warnings are errors.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error), .enableUpcomingFeature("MemberImportVisibility")]

func module(_ name: String, _ dependencies: [Target.Dependency], settings: [SwiftSetting] = [], exclude: [String] = ["README.md"]) -> Target {
    .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict + settings)
}

func program(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = ["README.md"], linking: [LinkerSetting] = []) -> Target {
    .executableTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict, linkerSettings: linking)
}

/// Linked with Swift's own libraries within, at a fixed address, and with the functions that every kernel needs side by side: one that waits then takes 13 MB less memory, since of those libraries only what
/// it uses is loaded, nothing in it is relocated, and few of its pages are touched (Sources/Command/Layout). The libraries are named because what was compiled for the shared ones does not
/// ask for all that the others need; their order does not matter to lld.
let standalone: [LinkerSetting] = [
    .unsafeFlags(
        ["-static-stdlib", "-use-ld=lld", "-Xclang-linker", "-no-pie"]
            + (["--symbol-ordering-file=\(Context.packageDirectory)/Sources/Command/Layout/order.txt", "--no-warn-symbol-ordering"]
            + [
                "Foundation", "FoundationInternationalization", "FoundationEssentials", "CoreFoundation", "_FoundationCShims", "_FoundationCollections",
                "_FoundationICU", "dispatch", "BlocksRuntime", "swiftDispatch", "swiftSynchronization",
            ].map { "-l" + $0 }).flatMap { ["-Xlinker", $0] }, .when(platforms: [.linux]))
]

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name + "Tests", dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

func syntax(_ name: String) -> Target.Dependency { .product(name: name, package: "swift-syntax") }
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "Engram",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "Engram", targets: ["Engram"]),
        .executable(name: "engram", targets: ["Command"]),
    ],
    dependencies: [
        .package(url: "https://github.com/swiftlang/swift-syntax", exact: "603.0.1"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    ],
    targets: [
        // C libraries
        .systemLibrary(name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
        .systemLibrary(name: "CZeroMQ", providers: [.apt(["libzmq3-dev"])]),
        .systemLibrary(name: "CHoles"),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "CMachine", exclude: ["README.md"], cSettings: [.unsafeFlags(["-O2", "-fno-strict-aliasing", "-ffp-contract=off", "-Xclang", "-mframe-pointer=none"])]),
        .target(name: "CTimer"),
        .target(name: "CKernels", exclude: ["README.md"], cSettings: [.unsafeFlags(["-O3", "-ffp-contract=off"])]),

        // The library: what a cell sees
        module("Linear", ["COpenBLAS", "CKernels"]),
        module("Display", []),
        module("Formats", ["Linear", "CZlib"]),
        module(
            "Neuro", ["Linear", "Formats", "CKernels"],
            exclude: [
                "README.md", "Associative/README.md", "Alignment/README.md", "Decoding/README.md", "Encoding/README.md", "Representations/README.md", "Reservoir/README.md",
                "Spiking/README.md",
            ]),
        module("Charts", ["Linear", "Display", "Formats", "CZlib"]),
        module("Engram", ["Linear", "Display", "Neuro", "Formats", "Charts"]),

        // The language
        module("IR", []),
        module(
            "Language", ["IR", syntax("SwiftSyntax"), syntax("SwiftParser"), syntax("SwiftOperators"), syntax("SwiftDiagnostics"), syntax("SwiftParserDiagnostics")],
            // What the checker and the lowering share is theirs alone; looking that up at every access costs some percent of each cell.
            settings: [.unsafeFlags(["-enforce-exclusivity=unchecked"])], exclude: ["README.md", "Standard/LIBRARY.md"]),
        // The machine checks by itself what exclusivity checks would look for again at every step.
        module("Runtime", ["CMachine", "IR", "Display"], settings: [.unsafeFlags(["-enforce-exclusivity=unchecked"])]),
        module("Bindings", ["Runtime", "IR", "Linear", "Neuro", "Formats", "Charts", "Display"]),

        // The kernel
        module("Storage", [grdb, crypto, "Display", "CHoles"]),
        module("Workspace", ["Language", "IR", "Runtime", "Bindings", "Storage", "Display"]),
        module("Jupyter", ["CZeroMQ", "CTimer", crypto, "Display"]),
        module("Notebook", ["Display"]),
        program("Command", ["Jupyter", "Notebook", "Workspace", "Display", arguments], exclude: ["README.md", "Layout"], linking: standalone),

        // Tools
        program("bindgen", [syntax("SwiftSyntax"), syntax("SwiftParser")]),
        program("bench", ["Workspace", "Language", "Bindings", "Notebook", "Neuro", "Linear", "Formats", "Charts", "Display"], linking: standalone),

        // Tests
        tests("Display", ["Display"]),
        tests("Linear", ["Linear", "CKernels"], exclude: ["Reference"]),
        tests("Neuro", ["Neuro", "Linear", "Formats", "CKernels"], exclude: ["Reference"]),
        tests("Formats", ["Formats", "Linear"], exclude: ["Reference"]),
        tests("Charts", ["Charts", "Display", "Formats", "Linear", "CZlib"], exclude: ["Goldens", "Reference"]),
        tests("Language", ["Language", "IR", syntax("SwiftSyntax"), syntax("SwiftParser"), syntax("SwiftOperators"), syntax("SwiftDiagnostics")]),
        tests("Runtime", ["Runtime", "CMachine", "IR", "Display"]),
        .target(name: "BindingsSample", path: "Tests/BindingsSample", swiftSettings: strict),
        tests("Bindings", ["Bindings", "BindingsSample", "Runtime", "IR", "Linear", "Display", "bindgen", "Language"]),
        tests("Storage", ["Storage", "Display"], exclude: ["Fixtures"]),
        tests("Workspace", ["Workspace", "Storage", "Display"], exclude: ["Cells"]),
        tests("Jupyter", ["Jupyter", "Display"]),
        tests("Notebook", ["Notebook", "Display"]),
        tests("EndToEnd", [], exclude: ["python"]),
    ],
    swiftLanguageModes: [.v6]
)
