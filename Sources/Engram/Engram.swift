@_exported import Charts
@_exported import Display
@_exported import Formats
@_exported import Linear
@_exported import Neuro
