/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

import java.nio.charset.StandardCharsets;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import static org.assertj.core.api.Assertions.assertThat;

class StringifiedJsonLawsTest {

    @Property
    void writtenTwiceIsWrittenOnce(@ForAll long seed) {
        byte[] once;
        try {
            once = StringifiedJson.of(new RandomJson(seed).document());
        } catch (IllegalArgumentException damaged) {
            return;
        }
        assertThat(StringifiedJson.of(once)).isEqualTo(once);
    }

    @Property
    void anyDoubleIsReadBackAsItWas(@ForAll long bits) {
        double value = Double.longBitsToDouble(bits);
        if (Double.isFinite(value)) {
            assertThat(Double.parseDouble(EcmaNumber.of(value))).isEqualTo(value + 0.0);
        }
    }

    @Property
    void anyDoubleTakesNoMoreDigitsThanJavaNeeds(@ForAll double value) {
        assertThat(digits(EcmaNumber.of(value))).isLessThanOrEqualTo(Math.min(17, digits(Double.toString(value))));
    }

    @Property
    void anyStringComesThroughWhole(@ForAll String text) {
        String escaped = text.chars()
                .collect(
                        StringBuilder::new,
                        (out, unit) -> out.append(String.format("\\u%04X", unit)),
                        StringBuilder::append)
                .toString();
        byte[] written = StringifiedJson.of(("{\"a\":\"" + escaped + "\"}").getBytes(StandardCharsets.UTF_8));
        assertThat(Json.read(written)).containsEntry("a", text);
    }

    private static int digits(String number) {
        return number.replaceFirst("[eE].*", "")
                .replaceAll("[^0-9]", "")
                .replaceFirst("^0+", "")
                .replaceFirst("0+$", "")
                .length();
    }
}
