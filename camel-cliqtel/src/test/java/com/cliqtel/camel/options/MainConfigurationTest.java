/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import java.time.Duration;
import java.util.Map;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.CliqtelEndpoint;
import com.cliqtel.camel.account.ConnectionSettings;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The component set up by properties, as Camel Main reads them from a file. */
class MainConfigurationTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyKindOfOptionIsReadHoweverItsNameIsWritten(boolean dashes) throws Exception {
        Map<String, String> properties = Map.of(
                "apiKey", "canary-key",
                "baseUrl", "https://cliqtel.example/api/",
                "requestTimeout", "7s",
                "connectTimeout", "1500",
                "from", "+16625163513",
                "fromNumberId", "11",
                "webhookMaxAge", "2d",
                "webhookMaxPayloadSize", "1024",
                "useGlobalSslContextParameters", "true");
        Main main = new Main();
        properties.forEach((name, value) -> main.addInitialProperty(
                "camel.component.cliqtel."
                        + (dashes ? name.replaceAll("([A-Z])", "-$1").toLowerCase() : name),
                value));
        main.addInitialProperty("camel.component.cliqtel.http[proxyHost]", "127.0.0.1");
        main.addInitialProperty("camel.component.cliqtel.http[proxyPort]", "3128");
        main.addInitialProperty("camel.component.cliqtel.http[httpConnection.tcpNoDelay]", "true");
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to("cliqtel:send?requestTimeout=3s");
            }
        });
        main.start();
        try {
            CliqtelComponent component = main.getCamelContext().getComponent("cliqtel", CliqtelComponent.class);
            assertThat(component.getConnection().getRequestTimeout()).isEqualTo(Duration.ofSeconds(7));
            assertThat(component.getConnection().getConnectTimeout()).isEqualTo(Duration.ofMillis(1500));
            assertThat(component.getAddress().getFrom()).isEqualTo("+16625163513");
            assertThat(component.getSend().getFromNumberId()).isEqualTo(11);
            assertThat(component.getWebhook().getWebhookMaxAge()).isEqualTo(Duration.ofDays(2));
            assertThat(component.isUseGlobalSslContextParameters()).isTrue();

            CliqtelEndpoint endpoint =
                    (CliqtelEndpoint) main.getCamelContext().getEndpoint("cliqtel:send?requestTimeout=3s");
            ConnectionSettings settings = ConnectionSettings.of(endpoint.getConnection(), true);
            assertThat(settings.requestTimeout()).isEqualTo(Duration.ofSeconds(3));
            assertThat(settings.baseUrl()).hasToString("https://cliqtel.example/api");
            assertThat(settings.http()).containsEntry("proxyHost", "127.0.0.1").hasSize(3);
        } finally {
            main.stop();
        }
    }
}
