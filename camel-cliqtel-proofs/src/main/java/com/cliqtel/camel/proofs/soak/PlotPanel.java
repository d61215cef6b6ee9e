/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * One curve of the plot, as SVG.
 *
 * @param title the title with the unit
 * @param color the color of the curve
 * @param value the value of a sample
 * @param trend the trend line
 * @param note a note about the trend
 */
record PlotPanel(String title, String color, ToDoubleFunction<Sample> value, Trend trend, String note) {

    /** How much place it takes, without the words below. */
    static final int HEIGHT = 220;

    private static final int LEFT = 72;
    private static final int RIGHT = 24;
    private static final int ABOVE = 34;
    private static final double HEADROOM = 1.15;
    private static final int MARKS = 5;
    private static final int TIME_MARKS = 10;
    private static final double MINUTE = 60;

    /** Draws it below a height. */
    String svg(List<Sample> samples, int width, int top) {
        double end = samples.isEmpty() ? 1 : samples.get(samples.size() - 1).seconds();
        double largest = samples.stream().mapToDouble(value).max().orElse(1);
        Axis up = Axis.upTo(largest * HEADROOM, MARKS, top + HEIGHT, top + ABOVE);
        Axis along = Axis.endingAt(end / MINUTE, TIME_MARKS, LEFT, width - RIGHT);
        String curve = samples.stream()
                .map(sample -> point(along.at(sample.seconds() / MINUTE), up.at(value.applyAsDouble(sample))))
                .collect(Collectors.joining(" "));
        return text(LEFT, top + 18, "class='title'", title)
                + text(width - RIGHT, top + 18, "class='note' text-anchor='end'", note)
                + grid(up, along)
                + restarts(samples, up, along)
                + "<polyline class='curve' stroke='" + color + "' points='" + curve + "'/>\n"
                + (Double.isFinite(trend.error()) ? trendLine(up, along, end) : "");
    }

    private static String grid(Axis up, Axis along) {
        StringBuilder svg = new StringBuilder();
        for (double mark : up.marks()) {
            svg.append(line(along.from(), up.at(mark), along.to(), up.at(mark), "class='grid'"))
                    .append(text(along.from() - 8, up.at(mark) + 4, "class='mark' text-anchor='end'", up.words(mark)));
        }
        for (double mark : along.marks()) {
            svg.append(line(along.at(mark), up.from(), along.at(mark), up.from() + 5, "class='axis'"))
                    .append(text(
                            along.at(mark), up.from() + 19, "class='mark' text-anchor='middle'", along.words(mark)));
        }
        return svg.append(line(along.from(), up.from(), along.to(), up.from(), "class='axis'"))
                .append(text(
                        (along.from() + along.to()) / 2,
                        up.from() + 37,
                        "class='mark' text-anchor='middle'",
                        "time, minutes"))
                .toString();
    }

    private static String restarts(List<Sample> samples, Axis up, Axis along) {
        StringBuilder svg = new StringBuilder();
        long before = 0;
        for (Sample sample : samples) {
            if (sample.done().restarts() > before) {
                before = sample.done().restarts();
                double at = along.at(sample.seconds() / MINUTE);
                svg.append(line(at, up.from(), at, up.to(), "class='restart'"));
            }
        }
        return svg.toString();
    }

    private String trendLine(Axis up, Axis along, double end) {
        return line(
                along.at(trend.from() / MINUTE),
                up.at(trend.atFrom()),
                along.at(end / MINUTE),
                up.at(trend.at(end)),
                "class='trend'");
    }

    private static String line(double x1, double y1, double x2, double y2, String how) {
        return String.format(Locale.ROOT, "<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' %s/>%n", x1, y1, x2, y2, how);
    }

    static String text(double x, double y, String how, String words) {
        return String.format(Locale.ROOT, "<text x='%.1f' y='%.1f' %s>%s</text>%n", x, y, how, words);
    }

    private static String point(double x, double y) {
        return String.format(Locale.ROOT, "%.1f,%.1f", x, y);
    }
}
