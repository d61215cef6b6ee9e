/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.account.Status;
import com.cliqtel.camel.simulator.time.ManualTime;
import com.cliqtel.camel.simulator.time.SimulatedTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

/** An account that is there again when another simulator is started with its file. */
class StateFileRestartTest {

    private final ManualTime time = SimulatedTime.manual(Instant.parse("2026-04-03T10:15:30Z"));

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("state.json");
    }

    private SimulatorBuilder account() {
        return Simulator.builder().time(time).stateFile(file()).deliveryTime(Duration.ofMinutes(10));
    }

    @Test
    void hasItsMessagesWalletAndNextIdAgain() {
        List<Message> messages;
        try (Simulator cliqtel = account().start()) {
            cliqtel.receive("ACME", "+16625163513", "\ud83d\ude00");
            new ApiClient(cliqtel).text("one");
            new ApiClient(cliqtel).text("two");
            cliqtel.fail(43);
            cliqtel.delete(44);
            messages = cliqtel.messages();
        }

        try (Simulator cliqtel =
                account().balance(BigDecimal.ONE).firstMessageId(7).start()) {
            assertThat(cliqtel.messages()).isEqualTo(messages).hasSize(2);
            assertThat(cliqtel.balance()).isEqualByComparingTo("99.984");
            assertThat(new ApiClient(cliqtel).get("/messages?status=failed").body())
                    .contains("\"total\":1");
            assertThat(new ApiClient(cliqtel).text("three").body()).contains("\"id\":45");
        }
    }

    @Test
    void continuesDeliveriesAtTheirTimes() {
        try (WebhookReceiver app = new WebhookReceiver()) {
            try (Simulator cliqtel = account().start()) {
                for (String to : List.of("+31600000001", "+31600000002")) {
                    new ApiClient(cliqtel)
                            .send("{\"from_number_id\":11,\"to\":\"" + to
                                    + "\",\"body\":\"x\",\"status_callback_url\":\"" + app.url() + "\"}");
                    time.advance(Duration.ofMinutes(4));
                }
                cliqtel.awaitQuiet(Duration.ofSeconds(20));
            }
            assertThat(app.received()).hasSize(1);
            // nobody is there
            time.advance(Duration.ofMinutes(3));
            assertThat(app.received()).hasSize(1);

            try (Simulator cliqtel = account().fails("+31600000002").start()) {
                assertThat(cliqtel.messages()).extracting(Message::status).containsExactly(Status.SENT, Status.QUEUED);
                time.advance(Duration.ZERO);
                cliqtel.awaitQuiet(Duration.ofSeconds(20));
                assertThat(cliqtel.messages())
                        .extracting(Message::status)
                        .containsExactly(Status.DELIVERED, Status.SENT);
                time.advance(Duration.ofMinutes(3));
                cliqtel.awaitQuiet(Duration.ofSeconds(20));
                assertThat(cliqtel.messages())
                        .extracting(Message::status)
                        .containsExactly(Status.DELIVERED, Status.FAILED);
                assertThat(cliqtel.webhooks()).hasSize(3);
            }
            assertThat(app.received()).hasSize(4);
        }
    }

    @Test
    void isWrittenSoonAfterAChange() throws IOException {
        try (Simulator cliqtel = account().start()) {
            await().until(() -> Files.exists(file()));
            new ApiClient(cliqtel).text("hello");
            await().until(() -> Files.readString(file()).contains("\"hello\""));
            cliqtel.deliver(42);
            await().until(() -> Files.readString(file()).contains("\"delivered\""));
            cliqtel.delete(42);
            await().until(() -> !Files.readString(file()).contains("\"hello\""));
        }
        assertThat(Files.readString(file())).doesNotContain("sim_test_key", "Bearer");
    }

    @Test
    void beginsAnewInTheFileToo() {
        try (Simulator cliqtel = account().start()) {
            new ApiClient(cliqtel).text("x");
            cliqtel.reset();
        }

        try (Simulator cliqtel = account().start()) {
            assertThat(cliqtel.messages()).isEmpty();
            assertThat(cliqtel.balance()).isEqualByComparingTo("100");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> cliqtel.reopen(other -> other.stateFile(folder.resolve("other"))))
                    .withMessageContaining("state file");
        }
    }

    @Test
    void keepsNoMoreThanThereIsRoomFor() {
        try (Simulator cliqtel = account().start()) {
            for (int i = 0; i < 5; i++) {
                cliqtel.receive("4711", "+16625163513", "text " + i);
            }
        }

        try (Simulator cliqtel = account().keepMessages(2).start()) {
            assertThat(cliqtel.messages()).extracting(Message::id).containsExactly(45L, 46L);
            assertThat(cliqtel.nextMessageId()).isEqualTo(47);
        }
    }

    @Test
    void staysAsItIsWhenTheSimulatorCannotStart() throws IOException {
        try (Simulator cliqtel = account().start()) {
            new ApiClient(cliqtel).text("x");
        }
        String left = Files.readString(file());
        try (Simulator other = Simulator.builder().start()) {
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> account().port(other.port()).start());
        }
        time.advance(Duration.ofHours(1));
        assertThat(file()).hasContent(left);

        Files.writeString(file(), "something else");
        assertThatIllegalArgumentException().isThrownBy(() -> account().start());
        assertThat(file()).hasContent("something else");

        // and it is let go of each time
        Files.writeString(file(), left);
        try (Simulator cliqtel = account().start()) {
            assertThat(cliqtel.messages()).hasSize(1);
        }
    }
}
