/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The account after {@code kill -9}, in processes as the runnable jar is one. */
class KilledSimulatorTest {

    private static final int LONG_AGO = 50;

    private static final Pattern ID = Pattern.compile("\"id\":([0-9]+)");

    @TempDir
    private Path folder;

    @Test
    void keepsMessagesAcceptedBeforeTheKill() throws Exception {
        int accepted = 0;
        try (JarProcess jar = jar("2h")) {
            for (; accepted < LONG_AGO; accepted++) {
                send(jar, accepted);
            }
            // without a further call that would have it written
            await().until(() -> Files.readString(state()).contains("\"text " + (LONG_AGO - 1) + "\""));
            for (; accepted < 2 * LONG_AGO; accepted++) {
                send(jar, accepted);
            }
            jar.kill();
        }

        try (JarProcess jar = jar("2h")) {
            long last = 41 + LONG_AGO;
            assertThat(jar.client().get("/messages/" + last).body()).contains("\"text " + (LONG_AGO - 1) + "\"");
            String list = jar.client().get("/messages?per_page=1").body();
            int total = Integer.parseInt(list.replaceAll(".*\"total\":([0-9]+).*", "$1"));
            assertThat(total).isBetween(LONG_AGO, accepted);
            // no id of those there are is given away again
            assertThat(id(jar.client().text("one more").body())).isEqualTo(42 + total);
        }
    }

    @Test
    void continuesDeliveriesAfterARestart() throws Exception {
        try (WebhookReceiver app = new WebhookReceiver()) {
            try (JarProcess jar = jar("2h")) {
                jar.client()
                        .send("{\"from_number_id\":11,\"to\":\"+31612345678\",\"body\":\"x\",\"status_callback_url\":\""
                                + app.url() + "\"}");
                await().until(() -> Files.readString(state()).contains("+31612345678"));
                jar.kill();
            }
            assertThat(app.received()).isEmpty();

            try (JarProcess jar = jar("0s")) {
                await().until(() -> app.received().size() == 2);
                assertThat(app.received().get(0).text()).contains("\"sent\"");
                assertThat(app.received().get(1).text()).contains("\"delivered\"");
                assertThat(jar.client().get("/messages/42").body()).contains("\"delivered\"");
            }
            // in an orderly end, nothing is lost, be it ever so new
            try (JarProcess jar = jar("0s")) {
                assertThat(jar.client().get("/messages/42").body()).contains("\"delivered\"");
                assertThat(app.received()).hasSize(2);
            }
        }
    }

    private static void send(JarProcess jar, int number) throws Exception {
        assertThat(jar.client().text("text " + number).statusCode()).isEqualTo(201);
    }

    private Path state() {
        return folder.resolve("state.json");
    }

    private JarProcess jar(String deliveryTime) throws Exception {
        return JarProcess.start("--state", state().toString(), "--delivery-time", deliveryTime);
    }

    private static long id(String body) {
        return ID.matcher(body)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .findFirst()
                .orElseThrow();
    }
}
