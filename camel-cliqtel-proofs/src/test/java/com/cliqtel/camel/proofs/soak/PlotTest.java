/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.soak;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

import static org.assertj.core.api.Assertions.assertThat;

class PlotTest {

    private static final int SAMPLES = 180;

    private static Document drawn(List<Sample> samples) throws Exception {
        Trend trend = Trend.of(samples, Sample::heapMegabytes);
        String svg = Plot.svg(
                "Title",
                samples,
                List.of(
                        new PlotPanel("heap, MB", "#0969da", Sample::heapMegabytes, trend, "a note"),
                        new PlotPanel("threads", "#bc4c00", Sample::threads, trend, "")));
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Sample> samples(int count) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        new Sample(10.0 * i, 40_000_000, 60 + i % 3, 5, 0, false, new Sample.Done(i, i, i, i, i / 50)))
                .toList();
    }

    @Test
    void eachSampleIsAPointOfEachCurve() throws Exception {
        Document svg = drawn(samples(SAMPLES));
        assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(2);
        String points = ((Element) svg.getElementsByTagName("polyline").item(0)).getAttribute("points");
        assertThat(points.split(" ")).hasSize(SAMPLES);
    }

    @Test
    void withoutSamplesThereIsAPictureAllTheSame() throws Exception {
        assertThat(drawn(List.of()).getElementsByTagName("polyline").getLength())
                .isEqualTo(2);
    }

    @Test
    void marksAreRoundAndReachBeyondTheLargest() {
        Axis axis = Axis.upTo(43.7, 5, 100, 0);
        assertThat(axis.marks()).containsExactly(0.0, 10.0, 20.0, 30.0, 40.0, 50.0);
        assertThat(axis.at(50)).isZero();
        assertThat(Axis.endingAt(31.2, 10, 0, 312).marks()).containsExactly(0.0, 5.0, 10.0, 15.0, 20.0, 25.0, 30.0);
    }
}
