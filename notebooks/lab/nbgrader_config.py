"""nbgrader for notebooks in Swift: `nbgrader generate_assignment reservoir` and `nbgrader autograde reservoir` in this folder.

A student's place in a cell is between the lines `// BEGIN SOLUTION` and `// END SOLUTION`; what stands there is replaced by the stub, which fails the cell and nothing else.
"""
c = get_config()  # noqa: F821

c.CourseDirectory.course_id = "lab"
c.ClearSolutions.code_stub = {"swift": '// YOUR CODE HERE\nfatalError("there is no answer here yet")'}
# Reservoirs and encoding models may take their time.
c.Execute.timeout = 120
