/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.text;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MessageTextTest {

    @Test
    void upTo1600CharactersAreTaken() {
        assertThat(new MessageText("x".repeat(1600)).value()).hasSize(1600);
        assertThat(new MessageText("😀".repeat(1600)).value()).hasSize(3200);
        assertThat(new MessageText(" x\n").value()).isEqualTo(" x\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "\n\r\n",
                "\t \u00a0",
                "\u3000",
                "\u200b\ufeff",
                "\u200d\u200e",
                "\u2800",
                "\u3164 ",
                "\u0085",
                "\ufe0f",
                "\u034f\u17b4",
                "\u180b",
                "\udb40\udd00"
            })
    void aTextOfBlanksAloneIsRefused(String blanks) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MessageText(blanks))
                .withMessageContaining("blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MessageText(blanks.repeat(1601)))
                .withMessageContaining("blank");
    }

    @Test
    void moreOrNoneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MessageText(""))
                .withMessageContaining("empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MessageText(null))
                .withMessageContaining("empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MessageText("x".repeat(1601)))
                .withMessageContaining("1601");
    }

    @Property
    void whatIsTakenSurvivesUtf8(@ForAll String text) {
        try {
            MessageText taken = new MessageText(text);
            byte[] utf8 = taken.value().getBytes(java.nio.charset.StandardCharsets.UTF_8);
            assertThat(new String(utf8, java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo(text);
            assertThat(text).isNotEmpty().doesNotContain("\0");
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).startsWith("the text ");
        }
    }

    @Test
    void noRefusalOrToStringShowsTheText() {
        assertThat(new MessageText("canary").toString()).isEqualTo("[6 characters]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MessageText("canary\ud800"))
                .withMessageContaining("index 6")
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("canary"));
    }
}
