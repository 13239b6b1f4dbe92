import Display
import Foundation

/// What a connection file says: where to listen and how to sign.
package struct Connection: Equatable, Sendable {
    package var transport = "tcp"
    package var address = "127.0.0.1"
    package var ports: [Channel: Int]
    package var key: String

    package init(transport: String = "tcp", address: String = "127.0.0.1", ports: [Channel: Int], key: String) {
        (self.transport, self.address, self.ports, self.key) = (transport, address, ports, key)
    }

    package func endpoint(_ channel: Channel) -> String {
        let port = ports[channel] ?? 0
        switch transport {
        case "ipc": return "ipc://\(address)-\(port)"
        case "tcp" where port == 0: return "tcp://\(address):*"
        default: return "\(transport)://\(address):\(port)"
        }
    }
}

/// The five sockets of a kernel.
package enum Channel: String, CaseIterable, Sendable {
    case shell, control, stdin, iopub
    case heartbeat = "hb"
}

package enum ConnectionError: Error, Equatable, Sendable, CustomStringConvertible {
    case unreadable(path: String, reason: String)
    case missing(field: String, path: String)
    case scheme(String)
    case socket(endpoint: String, reason: String)

    package var description: String {
        switch self {
        case .unreadable(let path, let reason): "the connection file \(path) cannot be read: \(reason)"
        case .missing(let field, let path): "the connection file \(path) has no `\(field)`"
        case .scheme(let scheme): "messages are signed with hmac-sha256; the connection file asks for \(scheme)"
        case .socket(let endpoint, let reason): "cannot listen on \(endpoint): \(reason)"
        }
    }
}

extension Connection {
    package init(file path: String) throws(ConnectionError) {
        let bytes: [UInt8]
        let document: JSON
        do { bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path))) } catch {
            throw .unreadable(path: path, reason: error.localizedDescription)
        }
        do { document = try JSON(bytes: bytes) } catch { throw .unreadable(path: path, reason: error.description) }
        if let scheme = document["signature_scheme"]?.string, !scheme.isEmpty, scheme != "hmac-sha256" { throw .scheme(scheme) }
        ports = [:]
        for channel in Channel.allCases {
            guard let port = document["\(channel.rawValue)_port"]?.integer else { throw .missing(field: "\(channel.rawValue)_port", path: path) }
            ports[channel] = port
        }
        transport = document["transport"]?.string ?? "tcp"
        address = document["ip"]?.string ?? "127.0.0.1"
        key = document["key"]?.string ?? ""
    }
}
