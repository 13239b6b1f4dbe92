// The equations of models as LaTeX, for `display(.latex(…))`. Each is that of the model's doc comment.

extension Reservoir {
    /// What the state does at each step, as LaTeX: `display(.latex(Reservoir.equations))`.
    public static var equations: String {
        #"\mathbf{x}(t) = (1-\lambda)\,\mathbf{x}(t-1) + \lambda \tanh\bigl(\mathbf{W}\mathbf{x}(t-1) + \mathbf{W}_{\mathrm{in}}\mathbf{u}(t) + \mathbf{b}\bigr)"#
    }
}

extension LIF {
    /// What the potential does between spikes, and at one, as LaTeX: `display(.latex(LIF.equations))`.
    public static var equations: String {
        #"\begin{aligned} \tau \dot v &= -(v - E) + \text{input} \\ v &\ge \theta:\quad v \leftarrow v_{\mathrm{reset}} \end{aligned}"#
    }
}

extension Izhikevich {
    /// What the two variables do between spikes, and at one, as LaTeX: `display(.latex(Izhikevich.equations))`.
    public static var equations: String {
        #"\begin{aligned} \dot v &= 0.04\,v^2 + 5\,v + 140 - u + I \\ \dot u &= a\,(b\,v - u) \\ v &\ge v_{\mathrm{peak}}:\quad v \leftarrow c,\; u \leftarrow u + d \end{aligned}"#
    }
}

extension Izhikevich2007 {
    /// What the two variables do between spikes, and at one, as LaTeX: `display(.latex(Izhikevich2007.equations))`.
    public static var equations: String {
        #"\begin{aligned} C \dot v &= k\,(v - v_r)(v - v_t) - u + I \\ \dot u &= a\,\bigl(b\,(v - v_r) - u\bigr) \\ v &\ge v_{\mathrm{peak}}:\quad "#
            + #"v \leftarrow c,\; u \leftarrow u + d \end{aligned}"#
    }
}

extension AdEx {
    /// What the two variables do between spikes, and at one, as LaTeX: `display(.latex(AdEx.equations))`.
    public static var equations: String {
        #"\begin{aligned} C \dot v &= -g\,(v - E) + g\,\Delta\, e^{(v - T)/\Delta} - w + I \\ \tau_w \dot w &= a\,(v - E) - w \\ v &\ge v_{\mathrm{peak}}:\quad "#
            + #"v \leftarrow v_{\mathrm{reset}},\; w \leftarrow w + b \end{aligned}"#
    }
}
