// Linear
