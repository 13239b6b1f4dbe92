"""What the Jupyter protocol asks of a kernel, beyond what jupyter_kernel_test looks at: brackets, aborted queues, interrupts, control beside a running cell,
stdin, late and stalled subscribers, comms, signatures, malformed messages, load, the end of the process.

usage: conformance.py [--kernel NAME] [--list] [unittest options and test names]

Any kernel whose language `languages.py` knows can be tested. Where ipykernel is known to differ, DIFFERENCES says how; such a case must fail, so that the list stays true.
"""
import argparse
import sys
import unittest

import assistance_cases
import cell_cases
import control_cases
import message_cases
import process_cases
import wire_cases
from base import Subject

MODULES = [message_cases, cell_cases, control_cases, assistance_cases, wire_cases, process_cases]

DIFFERENCES = {
    "ipython": {
        "test_one_version_is_announced": "5.3 in kernel_info, 5.4 in headers, 5.5 in the kernelspec",
        "test_every_subscriber_is_welcomed": "no second subscriber to a topic is welcomed: XPUB without XPUB_VERBOSE",
        "test_an_uncounted_cell_bears_the_last_number": "execute_input bears the next number, the reply the last",
        "test_a_failure_aborts_the_queue": "the replies say `aborted`, which 5.1 has replaced by `error`",
        "test_an_interrupt_aborts_the_queue": "the replies say `aborted`, which 5.1 has replaced by `error`",
        "test_completion_beside_a_running_cell": "shell requests wait for the cell",
        "test_history_range": "the session is given as 0 where it was asked for as 0",
        "test_history_with_results": "results are not stored unless db_log_output is set",
        "test_the_library_can_be_interrupted": "no cell for it: what can be stopped depends on the library",
        "test_unknown_requests_are_answered": "an unknown request is logged; there is no reply",
        "test_a_subscriber_is_welcomed_first": "no second subscriber to a topic is welcomed",
        "test_the_first_subscriber_hears_a_cell_that_came_before_it": "what is published before anyone has subscribed is lost",
        "test_a_stalled_subscriber_holds_up_nobody": "no second subscriber to a topic is welcomed",
        "test_cursors_beyond_the_text_do_no_harm": "a negative cursor is an exception, and there is no reply",
    }
}


def cases():
    for module in MODULES:
        for one in vars(module).values():
            if isinstance(one, type) and issubclass(one, unittest.TestCase) and one.__module__ == module.__name__:
                for name in vars(one):
                    if name.startswith("test_"):
                        yield one, name


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kernel", default=Subject.name, help="a kernelspec's name")
    parser.add_argument("--list", action="store_true", help="name the cases")
    parser.add_argument("names", nargs="*", help="parts of the names of the cases to run; all without")
    options = parser.parse_args()
    chosen = [(one, name) for one, name in cases() if not options.names or any(part in f"{one.__name__}.{name}" for part in options.names)]
    if options.list:
        print("\n".join(f"{one.__name__}.{name}" for one, name in chosen))
        return
    implementation = Subject.begin(options.kernel)
    known = DIFFERENCES.get(implementation, {})
    for one, name in chosen:
        if name in known:
            setattr(one, name, unittest.expectedFailure(vars(one)[name]))
    try:
        result = unittest.TextTestRunner(verbosity=2).run(unittest.TestSuite(one(name) for one, name in chosen))
    finally:
        Subject.end()
    for name, reason in known.items():
        print(f"{implementation} differs: {name}: {reason}", file=sys.stderr)
    sys.exit(0 if result.wasSuccessful() else 1)


if __name__ == "__main__":
    main()
