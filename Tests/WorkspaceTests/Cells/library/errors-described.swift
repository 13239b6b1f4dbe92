import Foundation
enum A: Error { case x, y(Int), z, w(String) }
enum B: Error { case x, y, z }
enum C: Int, Error { case x = 5, y = 9 }
enum D: String, Error { case x, y }
struct S: Error { var a = 1 }
struct L: LocalizedError { var errorDescription: String? { "desc" } }
struct L2: LocalizedError { var errorDescription: String? { nil }; var failureReason: String? { "why" } }
struct L3: LocalizedError { }
enum N { enum Inner: Error { case q } }
enum CE: Error, CustomStringConvertible { case q; var description: String { "cust" } }
struct G<T>: Error { var t: T }
let es: [Error] = [A.x, A.y(1), A.z, A.w("s"), B.x, B.z, C.x, C.y, D.x, D.y, S(), L(), L2(), L3(), N.Inner.q, CE.q, G(t: 1)]
for e in es { print(e.localizedDescription) }
print(L().localizedDescription, L2().failureReason!, L3().errorDescription as Any, L().recoverySuggestion as Any, L().helpAnchor as Any)
do { throw A.z } catch { print(error.localizedDescription, error) }
// expect: The operation could not be completed. (main.A error 2.)
// expect: The operation could not be completed. (main.A error 0.)
// expect: The operation could not be completed. (main.A error 3.)
// expect: The operation could not be completed. (main.A error 1.)
// expect: The operation could not be completed. (main.B error 0.)
// expect: The operation could not be completed. (main.B error 2.)
// expect: The operation could not be completed. (main.C error 5.)
// expect: The operation could not be completed. (main.C error 9.)
// expect: The operation could not be completed. (main.D error 0.)
// expect: The operation could not be completed. (main.D error 1.)
// expect: The operation could not be completed. (main.S error 1.)
// expect: desc
// expect: The operation could not be completed. why
// expect: The operation could not be completed. (main.L3 error 1.)
// expect: The operation could not be completed. (main.N.Inner error 0.)
// expect: The operation could not be completed. (main.CE error 0.)
// expect: The operation could not be completed. (main.G<Swift.Int> error 1.)
// expect: desc why nil nil nil
// expect: The operation could not be completed. (main.A error 3.) z
