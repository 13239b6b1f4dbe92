import Testing

/// The numbers of a layer of a Vega-Lite document.
enum VegaData {
    /// Rows with their fields by name; what is missing is NaN.
    static func rows(_ layer: [String: Any]) throws -> [[String: Double]] {
        let data = try #require(layer["data"] as? [String: Any])
        let lines = try #require(data["values"] as? String).split(separator: "\n", omittingEmptySubsequences: false)
        let names = try #require(lines.first).split(separator: ",").map(String.init)
        let format = try #require(data["format"] as? [String: Any])
        // Without this a reader takes them as texts.
        #expect(format["type"] as? String == "csv" && format["parse"] as? [String: String] == Dictionary(uniqueKeysWithValues: names.map { ($0, "number") }))
        return try lines.dropFirst().map { line in
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            try #require(fields.count == names.count)
            return try Dictionary(uniqueKeysWithValues: zip(names, fields.map { $0 == "null" ? Double.nan : try #require(Double($0)) }))
        }
    }
}
