/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.poll.inbox;

import java.time.Instant;
import java.util.Map;

import com.cliqtel.camel.poll.inbox.InboxPosition.Delivered;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class InboxPositionTextTest {

    private static final Instant TIME = Instant.parse("2026-04-03T10:15:30Z");

    @Property(tries = 300)
    void whatIsWrittenIsRead(@ForAll("delivered") Map<Long, Delivered> delivered) {
        InboxPosition read = InboxPositionText.read(
                InboxPositionText.write(new InboxPosition(TIME, TIME.plusSeconds(7), null, delivered)));
        assertThat(read.delivered()).isEqualTo(delivered);
        assertThat(read.start()).contains(TIME);
        assertThat(read.cursor()).contains(TIME.plusSeconds(7));
        assertThat(read.deepScanned()).isEmpty();
    }

    @Provide
    Arbitrary<Map<Long, Delivered>> delivered() {
        Arbitrary<String> states = Arbitraries.oneOf(
                Arbitraries.of("", "queued", "sent", "delivered", "a b", "1:2", "é 😀", "+", "%", " "),
                Arbitraries.strings().ascii().ofMaxLength(8));
        Arbitrary<Delivered> values = Arbitraries.longs()
                .between(-1_000_000_000L, 4_000_000_000L)
                .flatMap(second -> states.map(state -> new Delivered(second, state)));
        return Arbitraries.maps(Arbitraries.longs().greaterOrEqual(1), values).ofMaxSize(20);
    }

    @Test
    void aPositionFromTheBeginningHasNoTimes() {
        assertThat(InboxPositionText.write(InboxPosition.startingAt(null))).isEqualTo("1 - - -");
        assertThat(InboxPositionText.read("1 - - -").cursor()).isEmpty();
    }

    @Test
    void aMessageTakesFewCharacters() {
        InboxPosition position = InboxPosition.startingAt(TIME);
        for (long id = 1_000_000; id < 1_010_000; id++) {
            position.deliver(id, TIME.plusSeconds(id % 86_400), "");
        }
        assertThat(InboxPositionText.write(position).length()).isLessThan(60_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "2 - - -",
                "1 - - yesterday",
                "1 - - - x",
                "1 - - - 1:",
                "1 - - - :1",
                "1 - - - 1:2:%zz",
                "{}"
            })
    void whatIsNoPositionIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> InboxPositionText.read(text));
    }
}
