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
        add("_progressBeginStride(_:_:_:_:)<Int,Int,Int,Int>") { call in
            let (first, limit, step, isThrough): (Int, Int, Int, Int) = (call.next(), call.next(), call.next(), call.next())
            guard let progress = call.machine.progress, let distance = turns(from: first, to: limit, step) else { return call.give(0) }
            let all = isThrough != 0 || distance.remainder > 0 ? distance.quotient.addingReportingOverflow(1).partialValue : distance.quotient
            call.give(progress.begin(0, Int(clamping: all)))
        }
        add("_progressNextStride(_:_:_:_:_:)<Int,Int,Int,Int,Int>") { call in
            let (number, first, place, limit, step): (Int, Int, Int, Int, Int) = (call.next(), call.next(), call.next(), call.next(), call.next())
            guard let progress = call.machine.progress, let done = turns(from: first, to: place, step).map({ Int(clamping: $0.quotient) }) else { return call.give(limit) }
            let chunk = progress.next(number, done).subtractingReportingOverflow(done).partialValue
            let length = step.multipliedReportingOverflow(by: chunk), stop = place.addingReportingOverflow(length.partialValue)
            if length.overflow || stop.overflow { return call.give(limit) }
            call.give(step > 0 ? min(stop.partialValue, limit) : max(stop.partialValue, limit))
        }
        add("_progressEnd(_:)<Int>") { call in
            let number: Int = call.next()
            call.machine.progress?.end(number)
        }
    }
}

/// How many steps lie between two numbers of a stride, which may be farther apart than the largest Int; nil for a step of 0.
private func turns(from first: Int, to place: Int, _ step: Int) -> (quotient: UInt, remainder: UInt)? {
    step == 0 ? nil : (step > 0 ? UInt(bitPattern: place &- first) : UInt(bitPattern: first &- place)).quotientAndRemainder(dividingBy: step.magnitude)
}
