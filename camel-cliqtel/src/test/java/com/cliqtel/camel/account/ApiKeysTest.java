/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.CliqtelEndpoint;
import com.cliqtel.camel.fixture.SecretLogCheck;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.model.SendSms;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.webhook.verify.SignatureVerifier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** What is secret is shown nowhere: not in logs (see {@link SecretLogCheck}), toString, JMX or exceptions. */
class ApiKeysTest {

    @Test
    void aLogLineWithASecretFailsTheTest() {
        long before = SecretLogCheck.heard();
        LoggerFactory.getLogger("com.cliqtel.camel.SomethingOfOurs").trace("the key is canary-api-key");
        LoggerFactory.getLogger("org.apache.camel.Something").info("the key is canary-api-key");
        LoggerFactory.getLogger("com.cliqtel.camel.SomethingOfOurs").trace("to +31612345678");

        assertThat(SecretLogCheck.heard()).isEqualTo(before + 3);
        assertThat(SecretLogCheck.sung()).hasSize(3);
    }

    @Test
    void noJmxAttributeShowsASecret(@SimulatedAccount Cliqtel cliqtel) throws Exception {
        try (TestAccount account = TestAccount.of(cliqtel)) {
            account.route(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:in").to("cliqtel:send?to=+15550000000&apiKey=RAW(canary-api-key)");
                }
            });
            assertThat(account.call("direct:in", "x").getException()).isNull();

            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            int attributes = 0;
            for (ObjectName name : server.queryNames(new ObjectName("org.apache.camel:*"), null)) {
                assertThat(name.toString()).doesNotContain("canary");
                for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
                    attributes++;
                    assertThat(value(server, name, attribute))
                            .as("%s of %s", attribute.getName(), name)
                            .doesNotContain("canary");
                }
            }
            assertThat(attributes).isGreaterThan(100);
        }
    }

    private static String value(MBeanServer server, ObjectName name, MBeanAttributeInfo attribute) {
        try {
            return String.valueOf(server.getAttribute(name, attribute.getName()));
        } catch (Exception notReadable) {
            return "";
        }
    }

    @Test
    void noToStringShowsASecretATextOrANumber(@SimulatedAccount Cliqtel cliqtel) throws Exception {
        try (TestAccount account = TestAccount.of(cliqtel)) {
            Exchange out = account.call("cliqtel:send?to=+31612345678", "canary text");
            CliqtelEndpoint endpoint =
                    account.context().getEndpoint("cliqtel:get?apiKey=canary-api-key", CliqtelEndpoint.class);
            List<Object> shown = List.of(
                    out.getMessage().getBody(),
                    SendSms.of("+31612345678", "canary text").withFrom("+16625163513"),
                    endpoint,
                    endpoint.services().api(),
                    ConnectionSettings.of(endpoint.getConnection(), false),
                    account.component(),
                    new SignatureVerifier(List.of("canary")));
            assertThat(shown).allSatisfy(thing -> assertThat(thing.toString())
                    .doesNotContain("canary", "31612345678", "16625163513"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"canary\nkey", "canary key", "canaryé", "canary\u0000"})
    void aKeyThatIsNoHeaderValueIsRefusedAtStartUnshown(String key) throws Exception {
        assertStartFails(key, "https://cliqtel.example/api", "", "apiKey has a blank", "RAW(");
    }

    @Test
    void withoutAKeyItSaysWhatToSet() throws Exception {
        assertStartFails(
                null, "https://cliqtel.example/api", "", "apiKey is not set", "camel.component.cliqtel.apiKey");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://cliqtel.example/api",
                "https://user:canary@cliqtel.example/api",
                "https://cliqtel.example/api?x=canary",
                "https://cliqtel.example/#canary",
                "ftp://cliqtel.example",
                "cliqtel.example",
                "https://",
                "http://127.0.0.1.evil.example/"
            })
    void aBaseUrlThatWouldGiveTheKeyAwayIsRefusedAtStart(String url) throws Exception {
        assertStartFails("k", url, "", "baseUrl cannot be used");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:1/api", "http://127.0.0.1:1", "http://[::1]:1/", "https://cliqtel.example/api/"
            })
    void plainHttpToThisMachineAndHttpsAnywhereAreTaken(String url) throws Exception {
        try (CamelContext context = context("k", url, "")) {
            context.start();
            assertThat(context.getStatus().isStarted()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http.followRedirects=true",
                "http.automaticRetriesDisabled=false",
                "http.httpClient.redirectsEnabled=true",
                "http.httpClient.responseTimeout=1",
                "http.clientConnectionManager=x",
                "http.copyHeaders=false"
            })
    void anHttpOptionThatUndoesAPromiseIsRefusedByName(String option) throws Exception {
        assertStartFails("k", "https://cliqtel.example", "&" + option, "the option " + option.split("=")[0]);
    }

    @Test
    void httpOptionsThatMakeSenseAreTaken() throws Exception {
        String options = "&http.proxyHost=127.0.0.1&http.proxyPort=3128&http.maxTotalConnections=5"
                + "&http.httpConnection.tcpNoDelay=true&http.httpClient.expectContinueEnabled=false";
        try (CamelContext context = context("k", "https://cliqtel.example", options)) {
            context.start();
            assertThat(context.getStatus().isStarted()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"api-key", "Api-Key", "API-KEY"})
    void aNameOfTheKeyThatCamelDoesNotMaskIsRefused(String name) throws Exception {
        assertStartFails(
                "key", "https://cliqtel.example/api", "&" + name + "=other", "The option " + name, "write apiKey");
    }

    private static void assertStartFails(String key, String url, String options, String... words) throws Exception {
        try (CamelContext context = context(key, url, options)) {
            StringBuilder all = new StringBuilder();
            try {
                context.start();
            } catch (Exception failed) {
                for (Throwable t = failed; t != null; t = t.getCause()) {
                    all.append(t.getMessage()).append('\n');
                }
            }
            assertThat(all.toString()).contains(words).doesNotContain("canary");
        }
    }

    private static CamelContext context(String key, String url, String options) throws Exception {
        CamelContext context = new DefaultCamelContext();
        CliqtelComponent component = context.getComponent("cliqtel", CliqtelComponent.class);
        component.getConnection().setApiKey(key);
        component.getConnection().setBaseUrl(url);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to("cliqtel:send?to=+15550000000" + options);
            }
        });
        return context;
    }
}
