// A timer on a descriptor: one thread sleeps on it, and another sets it without waking it. Swift's Glibc does not show the calls for it.
#pragma once
#include <stdint.h>

/// A descriptor, or -1.
int32_t engram_timer_open(void);

/// Lets it go off once, after so many nanoseconds; never if that is 0. What was set before is forgotten.
void engram_timer_set(int32_t timer, int64_t nanoseconds);

/// Sleeps until it goes off, or a signal comes.
void engram_timer_wait(int32_t timer);
