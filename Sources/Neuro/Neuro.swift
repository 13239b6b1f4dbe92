// Neuro
