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

    private static final Pattern ID = Pattern.compile("\"id\":([0-9]+)");

    @TempDir
    private Path folder;

    @Test
    void hasAllThatWasAcceptedALittleBefore() throws Exception {
        try (JarProcess jar = jar("2h")) {
            send(jar, 0, 50);
            // soon, without anything more happening
            await().until(() -> Files.readString(state()).contains("\"text 49\""));
            // and killed while there is always something to write
            send(jar, 50, 100);
            jar.kill();
        }

        try (JarProcess jar = jar("2h")) {
            assertThat(jar.client().get("/messages/91").body()).contains("\"text 49\"");
            String list = jar.client().get("/messages?per_page=1").body();
            int total = Integer.parseInt(list.replaceAll(".*\"total\":([0-9]+).*", "$1"));
            assertThat(total).isBetween(50, 100);
            // no id of those there are is given away again
            assertThat(id(jar.client().text("one more").body())).isEqualTo(42 + total);
        }
    }

    private static void send(JarProcess jar, int start, int end) {
        for (int i = start; i < end; i++) {
            assertThat(jar.client().text("text " + i).statusCode()).isEqualTo(201);
        }
    }

    @Test
    void goesOnWithWhatWasUnderWay() throws Exception {
        try (Receiver app = new Receiver()) {
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
