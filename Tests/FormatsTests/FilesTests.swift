import Formats
import Glibc
import Testing

@Suite struct FilesTests {
    @Test func variables() {
        setenv("ENGRAM_FILES_TEST", "some/place", 1)
        setenv("ENGRAM_FILES_EMPTY", "", 1)
        #expect(Files.environment("ENGRAM_FILES_TEST") == "some/place")
        #expect(Files.environment("ENGRAM_FILES_EMPTY") == nil)
        #expect(Files.environment("ENGRAM_FILES_ABSENT") == nil)
        #expect(Files.environment("ENGRAM_FILES_TEST\0x") == nil)
    }

    @Test func presence() {
        #expect(Files.exists(#filePath))
        #expect(Files.exists("/"))
        #expect(!Files.exists(#filePath + ".absent"))
        #expect(!Files.exists(#filePath + "\0.absent"))
        #expect(!Files.exists(""))
    }
}
