"""Jupyter's own tests of a kernel (jupyter_kernel_test), with samples in Engram's cell language.

The kernelspec `engram` is found through JUPYTER_PATH. Run with `python -m unittest -v test_kernel`.
"""
import unittest

import jupyter_kernel_test


class EngramKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = "engram"
    language_name = "swift"
    file_extension = ".swift"

    code_hello_world = 'print("hello, world")'
    code_stderr = 'fputs("careful\\n", stderr)'
    code_generate_error = "let numbers = [1, 2, 3]\nprint(numbers[7])"
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": '"neu" + "ron"', "result": '"neuron"'},
        {"code": "[1, 2, 3].map { $0 * $0 }", "result": "[1, 4, 9]"},
    ]

    code_display_data = [
        {"code": "display([1, 2])", "mime": "text/plain"},
        {"code": "display(plot([1.0, 4.0, 9.0]))", "mime": "application/vnd.vegalite.v5+json"},
        {"code": "display(plot([1.0, 4.0, 9.0]))", "mime": "image/svg+xml"},
        {"code": 'display("**bold**", as: .markdown)', "mime": "text/markdown"},
    ]
    code_page_something = 'page("a long text")'
    code_clear_output = "clearOutput()"

    completion_samples = [{"text": "readLi", "matches": {"readLine"}}]
    complete_code_samples = ["let a = 1", "func f() -> Int {\n    1\n}", "// a comment"]
    incomplete_code_samples = ["func f() -> Int {", "let a = [1,", 'print("x"']
    invalid_code_samples = ["let 1 = a b", "}"]

    supported_history_operations = ("tail", "range", "search")
    # Fits the first of the cells above and no other.
    code_history_pattern = "6 * 7"
    code_inspect_sample = "print"


class EngramWelcomeTests(jupyter_kernel_test.IopubWelcomeTests):
    kernel_name = "engram"
    support_iopub_welcome = True


if __name__ == "__main__":
    unittest.main()
