/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import java.util.List;

/** Heap and threads over time, as a picture: SVG, for any browser. */
final class Plot {

    private static final int WIDTH = 960;
    private static final int HEAD = 44;
    private static final int BELOW = 62;

    private static final String STYLE = """
            <style>
            text { font-family: 'Helvetica Neue', Arial, sans-serif; fill: #24292f }
            .head { font-size: 17px; font-weight: 600 }
            .title { font-size: 14px; font-weight: 600 }
            .note { font-size: 12px; fill: #57606a }
            .mark { font-size: 12px; fill: #57606a }
            .grid { stroke: #e1e4e8; stroke-width: 1 }
            .restart { stroke: #afb8c1; stroke-width: 1; stroke-dasharray: 2 3 }
            .axis { stroke: #57606a; stroke-width: 1 }
            .curve { fill: none; stroke-width: 1.8; stroke-linejoin: round }
            .trend { stroke: #24292f; stroke-width: 1.2; stroke-dasharray: 6 4 }
            </style>
            """;

    private Plot() {}

    static String svg(String title, List<Sample> samples, List<PlotPanel> panels) {
        int height = HEAD + panels.size() * (PlotPanel.HEIGHT + BELOW);
        StringBuilder svg = new StringBuilder("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 " + WIDTH + ' '
                        + height + "' width='" + WIDTH + "' height='" + height + "'>\n")
                .append(STYLE)
                .append("<rect width='100%' height='100%' fill='#ffffff'/>\n")
                .append(PlotPanel.text(24, 28, "class='head'", title));
        int top = HEAD;
        for (PlotPanel panel : panels) {
            svg.append(panel.svg(samples, WIDTH, top));
            top += PlotPanel.HEIGHT + BELOW;
        }
        return svg.append("</svg>\n").toString();
    }
}
