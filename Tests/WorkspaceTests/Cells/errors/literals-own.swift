struct A: ExpressibleByIntegerLiteral { var v: String; init(integerLiteral value: String) { v = value } } // error: @8 type 'A' does not conform to protocol 'ExpressibleByIntegerLiteral'
struct B: ExpressibleByIntegerLiteral { var v: Double; init(integerLiteral value: Double) { v = value } }
struct C: ExpressibleByFloatLiteral { init(floatLiteral value: Int) { } } // error: @8 type 'C' does not conform to protocol 'ExpressibleByFloatLiteral'
struct E: ExpressibleByBooleanLiteral { init(booleanLiteral value: Int) { } } // error: @8 type 'E' does not conform to protocol 'ExpressibleByBooleanLiteral'
struct F: ExpressibleByIntegerLiteral { init(integerLiteral value: B) { } } // error: @8 type 'F' does not conform to protocol 'ExpressibleByIntegerLiteral'
struct H: ExpressibleByFloatLiteral { init(floatLiteral value: Float) { } }
