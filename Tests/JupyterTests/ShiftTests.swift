import Foundation
import Jupyter
import Synchronization
import Testing

@Suite struct ShiftTests {
    /// A thread that takes the place whenever it gets it; `taken` says how often.
    private final class Relief: Sendable {
        let shift: Shift
        let taken = Atomic<Int>(0)
        private let isOver = Atomic<Bool>(false)
        private let hasEnded = DispatchSemaphore(value: 0)

        init() throws { shift = try Shift() }

        func start() {
            Thread.detachNewThread {
                repeat {
                    self.shift.begin()
                    self.taken.add(1, ordering: .sequentiallyConsistent)
                    if self.isOver.load(ordering: .sequentiallyConsistent) { break }
                    self.shift.end(relief: .milliseconds(1))
                    // Whoever waits for the place gets it.
                    usleep(20_000)
                } while !self.isOver.load(ordering: .sequentiallyConsistent)
                self.hasEnded.signal()
            }
        }

        /// The place must be empty.
        func stop() {
            isOver.store(true, ordering: .sequentiallyConsistent)
            shift.callRelief()
            #expect(hasEnded.wait(timeout: .now() + 30) == .success)
        }

        func waitUntilTaken(_ count: Int) {
            for _ in 0 ..< 100_000 where taken.load(ordering: .sequentiallyConsistent) < count { usleep(200) }
            #expect(taken.load(ordering: .sequentiallyConsistent) >= count)
        }
    }

    @Test func whoIsBackInTimeGoesOn() throws {
        let relief = try Relief()
        relief.shift.begin()
        relief.start()
        // Long enough for the relief to lie down.
        usleep(100_000)
        relief.shift.end(relief: .seconds(3600))
        relief.shift.begin()
        #expect(relief.taken.load(ordering: .sequentiallyConsistent) == 0)
        relief.shift.end(relief: .seconds(3600))
        relief.stop()
        #expect(relief.taken.load(ordering: .sequentiallyConsistent) == 1)
    }

    @Test func theReliefComesWhenItsTimeIsUp() throws {
        let relief = try Relief()
        relief.shift.begin()
        relief.start()
        relief.shift.end(relief: .milliseconds(1))
        relief.waitUntilTaken(1)
        relief.shift.begin()
        relief.shift.end(relief: .zero)
        relief.waitUntilTaken(2)
        relief.stop()
    }

    @Test func theReliefIsCalled() throws {
        let relief = try Relief()
        relief.shift.begin()
        relief.start()
        relief.shift.end(relief: .seconds(3600))
        relief.shift.callRelief()
        relief.waitUntilTaken(1)
        // A place that is taken is not given away by a call.
        relief.shift.begin()
        relief.shift.callRelief()
        relief.shift.end(relief: .seconds(3600))
        relief.stop()
    }
}
