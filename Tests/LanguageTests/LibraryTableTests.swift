import Foundation
import Language
import Testing

/// `REWRITE_GOLDENS=1` writes the table anew.
struct LibraryTableTests {
    private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Sources/Language/Standard/\(LibraryTable.fileName)")

    @Test func theTableIsThatOfTheInterfaceText() throws {
        let text = LibraryTable.markdown()
        if ProcessInfo.processInfo.environment["REWRITE_GOLDENS"] == "1" { try Data(text.utf8).write(to: LibraryTableTests.file) }
        #expect(try String(contentsOf: LibraryTableTests.file, encoding: .utf8) == text)
    }

    @Test func theTableNamesWhatCellsUse() {
        let text = LibraryTable.markdown()
        for part in ["| `Array` |", "`append(_:)`", "`subscript(_:default:)`", "`.success`", "`isMultiple(of:)`", "`print(_:separator:terminator:)`", "`&+`"] {
            #expect(text.contains(part), "\(part)")
        }
        #expect(!text.contains("`_"))
    }
}
