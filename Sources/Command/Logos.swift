/// The pictures of the kernelspec.
enum Logos {
    static let files: [(String, [UInt8])] = []
}
