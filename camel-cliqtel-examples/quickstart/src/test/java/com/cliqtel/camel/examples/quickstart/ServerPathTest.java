/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.quickstart;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The public address of a webhook, where Camel Main's server serves below a path. */
class ServerPathTest {

    private static Main main(String externalUrl) {
        Main main = new Main();
        // this example's own routes are not wanted here
        main.setDefaultPropertyPlaceholderLocation("false");
        main.configure().withRoutesIncludePattern("false");
        main.addInitialProperty("camel.server.enabled", "true");
        main.addInitialProperty("camel.server.port", "0");
        main.addInitialProperty("camel.server.path", "/app");
        main.addInitialProperty("camel.component.cliqtel.apiKey", "some-api-key");
        main.addInitialProperty("camel.component.cliqtel.webhookExternalUrl", externalUrl);
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("cliqtel:webhook").process(exchange -> {});
            }
        });
        return main;
    }

    @Test
    void rejectsAnExternalUrlWithoutTheServerPath() throws Exception {
        Main main = main("https://shop.example.com");
        try {
            assertThatThrownBy(main::start)
                    .hasStackTraceContaining("this application serves webhooks below the path /app");
        } finally {
            main.stop();
        }
    }

    @Test
    void acceptsAnExternalUrlWithTheServerPath() throws Exception {
        Main main = main("https://shop.example.com/app");
        try {
            main.start();
            assertThat(main.getCamelContext().isStarted()).isTrue();
        } finally {
            main.stop();
        }
    }
}
