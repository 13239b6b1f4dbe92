// entered ADDRESSES OUT PROGRAM ARGUMENT…
//
// Runs a program that is linked to a fixed address, and writes those of ADDRESSES (hexadecimal, ascending, one in a line) at which a function was entered before SIGTERM came: each has a breakpoint, which is
// taken away when it is first met. Linux on x86-64.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ptrace.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

static uint64_t *address;
static long count;
static volatile sig_atomic_t isOver;

static void end(int signal) { isOver = 1; }

static long place(uint64_t wanted) {
    long low = 0, high = count - 1;
    while (low <= high) {
        long middle = (low + high) / 2;
        if (address[middle] == wanted) return middle;
        if (address[middle] < wanted) low = middle + 1; else high = middle - 1;
    }
    return -1;
}

int main(int argc, char **argv) {
    FILE *list = argc > 3 ? fopen(argv[1], "r") : NULL;
    if (!list) return 2;
    uint64_t next;
    long room = 0;
    while (fscanf(list, "%lx", &next) == 1) {
        if (count == room) address = realloc(address, (room = room ? 2 * room : 1 << 16) * sizeof *address);
        address[count++] = next;
    }
    fclose(list);
    unsigned char *original = malloc(count), *entered = calloc(count, 1), breakpoint = 0xCC;

    pid_t program = fork();
    if (program == 0) {
        ptrace(PTRACE_TRACEME, 0, 0, 0);
        execv(argv[3], argv + 3);
        _exit(127);
    }
    int status;
    waitpid(program, &status, 0);
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/mem", program);
    int memory = open(path, O_RDWR);
    for (long i = 0; i < count; i++) {
        if (pread(memory, original + i, 1, address[i]) == 1) pwrite(memory, &breakpoint, 1, address[i]);
    }
    struct sigaction action = { .sa_handler = end };
    sigaction(SIGTERM, &action, NULL);
    ptrace(PTRACE_SETOPTIONS, program, 0, PTRACE_O_TRACECLONE | PTRACE_O_EXITKILL);
    ptrace(PTRACE_CONT, program, 0, 0);

    while (!isOver) {
        pid_t thread = waitpid(-1, &status, __WALL);
        if (thread < 0 && errno == EINTR) continue;
        if (thread < 0) break;
        if (!WIFSTOPPED(status)) {
            if (thread == program) break;
            continue;
        }
        int signal = WSTOPSIG(status);
        struct user_regs_struct registers;
        if (signal == SIGTRAP && status >> 16 == 0 && ptrace(PTRACE_GETREGS, thread, 0, &registers) == 0) {
            long i = place(registers.rip - 1);
            // Another thread may have met it at the same time; then it is gone, but this thread must step back all the same.
            if (i >= 0) {
                if (!entered[i]) pwrite(memory, original + i, 1, address[i]);
                entered[i] = 1;
                registers.rip -= 1;
                ptrace(PTRACE_SETREGS, thread, 0, &registers);
            }
        }
        ptrace(PTRACE_CONT, thread, 0, signal == SIGTRAP || signal == SIGSTOP ? 0 : signal);
    }
    FILE *out = fopen(argv[2], "w");
    for (long i = 0; i < count; i++) {
        if (entered[i]) fprintf(out, "%lx\n", address[i]);
    }
    fclose(out);
    kill(program, SIGKILL);
    return 0;
}
