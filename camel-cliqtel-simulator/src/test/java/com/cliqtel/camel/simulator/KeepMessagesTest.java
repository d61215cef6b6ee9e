/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.time.Duration;

import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.account.Status;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import org.junit.jupiter.api.Test;

import static com.cliqtel.camel.simulator.junit5.CliqtelSimulator.Time.MANUAL;
import static org.assertj.core.api.Assertions.assertThat;

/** An account that has room for three messages. */
class KeepMessagesTest {

    private final Cliqtel account;
    private final Simulator cliqtel;
    private final ApiClient client;

    KeepMessagesTest(@CliqtelSimulator(time = MANUAL) Cliqtel account) {
        this.account = account;
        account.given().account(room -> room.keepMessages(3));
        this.cliqtel = account.simulator();
        this.client = new ApiClient(cliqtel);
    }

    @Test
    void forgetsTheOldestMessages() {
        for (int i = 0; i < 4; i++) {
            client.text("text " + i);
        }
        cliqtel.receive("4711", "+16625163513", "old, but the newest here", Duration.ofDays(1));

        assertThat(cliqtel.messages()).extracting(Message::id).containsExactly(44L, 45L, 46L);
        assertThat(client.get("/messages/43").statusCode()).isEqualTo(404);
        assertThat(client.get("/messages/46").statusCode()).isEqualTo(200);
        assertThat(client.get("/messages").body())
                .containsSubsequence("\"id\":45", "\"id\":44", "\"id\":46", "\"total\":3");
        assertThat(cliqtel.balance()).isEqualByComparingTo("99.968");
    }

    @Test
    void hasRoomAfterADeletion() {
        for (int i = 0; i < 3; i++) {
            client.text("text " + i);
        }
        cliqtel.delete(43);
        client.text("one more");

        assertThat(cliqtel.messages()).extracting(Message::id).containsExactly(42L, 44L, 45L);
    }

    @Test
    void sendsNoFurtherWebhooksForAForgottenMessage() {
        try (WebhookReceiver app = new WebhookReceiver()) {
            client.send("{\"from_number_id\":11,\"to\":\"+31612345678\",\"body\":\"x\",\"status_callback_url\":\""
                    + app.url() + "\"}");
            account.when().timePasses(Duration.ofSeconds(2));
            for (int i = 0; i < 3; i++) {
                client.text("text " + i);
            }
            account.when().timePasses(Duration.ofSeconds(3));
            cliqtel.awaitQuiet(Duration.ofSeconds(20));

            assertThat(app.received()).singleElement().satisfies(one -> assertThat(one.text())
                    .contains("\"sent\""));
            assertThat(cliqtel.messages())
                    .extracting(Message::status)
                    .containsOnly(Status.DELIVERED)
                    .hasSize(3);
        }
    }
}
