#include "timer.h"

#ifdef __linux__
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

int32_t engram_timer_open(void) { return timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC); }

void engram_timer_set(int32_t timer, int64_t nanoseconds) {
    struct itimerspec time = {.it_value = {.tv_sec = nanoseconds / 1000000000, .tv_nsec = nanoseconds % 1000000000}};
    timerfd_settime(timer, 0, &time, NULL);
}

void engram_timer_wait(int32_t timer) {
    uint64_t count;
    // Nothing is to be learned from how it ended: whoever waits looks for itself.
    ssize_t ended = read(timer, &count, sizeof count);
    (void)ended;
}
#else
#include <stddef.h>
#include <sys/event.h>

int32_t engram_timer_open(void) { return kqueue(); }

void engram_timer_set(int32_t timer, int64_t nanoseconds) {
    struct kevent change;
    EV_SET(&change, 1, EVFILT_TIMER, nanoseconds > 0 ? EV_ADD | EV_ONESHOT : EV_DELETE, NOTE_NSECONDS, nanoseconds, NULL);
    kevent(timer, &change, 1, NULL, 0, NULL);
}

void engram_timer_wait(int32_t timer) {
    struct kevent event;
    kevent(timer, NULL, 0, &event, 1, NULL);
}
#endif
