/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.springboot;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The address that reports are asked for to, of an application that serves below a path of its own. */
class CallbackPathTest {

    @CliqtelSimulator
    private Cliqtel cliqtel;

    private ConfigurableApplicationContext start(String context, String servlet, String external) {
        return new SpringApplication(Application.class)
                .run(
                        "--server.port=0",
                        "--server.servlet.context-path=" + context,
                        "--spring.mvc.servlet.path=" + servlet,
                        "--camel.component.cliqtel.api-key=" + cliqtel.apiKey(),
                        "--camel.component.cliqtel.base-url=" + cliqtel.baseUrl(),
                        "--camel.component.cliqtel.from=+16625163513",
                        "--camel.component.cliqtel.webhook-external-url=" + external);
    }

    @ParameterizedTest
    @CsvSource({
        "/app, /, https://shop.example.com/behind/app/",
        "/app, /api, https://shop.example.com/app/api",
        "'', /, https://shop.example.com"
    })
    void isWhereTheWebhookIsServed(String context, String servlet, String external) throws Exception {
        try (ConfigurableApplicationContext application = start(context, servlet, external)) {
            application
                    .getBean(CamelContext.class)
                    .createFluentProducerTemplate()
                    .to("cliqtel:send")
                    .withBody("canary")
                    .withHeader(CliqtelConstants.TO, "+31612345678")
                    .send();
            String callback = cliqtel.simulator().messages().get(0).statusCallbackUrl();
            assertThat(callback).isEqualTo(external.replaceAll("/$", "") + "/cliqtel/webhook");

            int port = ((ServletWebServerApplicationContext) application)
                    .getWebServer()
                    .getPort();
            String path = URI.create(callback).getPath().replace("/behind", "");
            HttpRequest unsigned = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(unsigned, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/app, /, https://shop.example.com",
        "/app, /api, https://shop.example.com/app",
        "'', /api, https://shop.example.com"
    })
    void rejectsAnAddressWithoutAWebhookAtStart(String context, String servlet, String external) {
        assertThatThrownBy(() -> start(context, servlet, external).close())
                .hasStackTraceContaining(
                        "webhookExternalUrl cannot be used: this application serves webhooks below the path");
    }

    @Test
    void withoutAnExternalUrlAnyPathIsTaken() {
        try (ConfigurableApplicationContext application = new SpringApplication(Application.class)
                .run("--server.port=0", "--server.servlet.context-path=/app", "--camel.component.cliqtel.api-key=k")) {
            assertThat(application.isActive()).isTrue();
        }
    }
}
