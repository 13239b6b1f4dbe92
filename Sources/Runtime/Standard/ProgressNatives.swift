import Display
import IR

/// The natives behind `progress(_:)`: a loop says where it begins and ends, and asks now and then where to ask again. Where nobody watches, it never asks.
extension NativeTable {
    mutating func addProgress() {
        add("_progressBegin(_:_:)<Int,Int>") { call in
            let (first, limit): (Int, Int) = (call.next(), call.next())
            call.give(call.machine.progress?.begin(first, limit) ?? 0)
        }
        add("_progressNext(_:_:_:)<Int,Int,Int>") { call in
            let (number, place, limit): (Int, Int, Int) = (call.next(), call.next(), call.next())
            call.give(min(call.machine.progress?.next(number, place) ?? limit, limit))
        }
        add("_progressEnd(_:)<Int>") { call in
            let number: Int = call.next()
            call.machine.progress?.end(number)
        }
    }
}
