/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** An http.* option that can't have its meaning is refused at start: none is left out, and none becomes 0. */
class HttpOptionsRouteTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http.proxyHost=proxy.example                                   | http.proxyPort",
                "http.proxyPort=3128                                            | http.proxyHost",
                "http.proxyHost=proxy.example&http.proxyPort=abc                | 'abc'",
                "http.proxyHost=proxy.example&http.proxyPort=0                  | 1 to 65535",
                "http.proxyHost=proxy.example&http.proxyPort=-1                 | 1 to 65535",
                "http.proxyHost=proxy.example&http.proxyPort=70000              | 1 to 65535",
                "http.proxyHost=proxy.example&http.proxyPort=31.28              | 1 to 65535",
                "http.proxyHost=proxy.example&http.proxyPort=                   | http.proxyPort",
                "http.proxyHost=&http.proxyPort=3128                            | http.proxyHost",
                "http.proxyHost=proxy.example:3128&http.proxyPort=3128          | http.proxyHost",
                "http.proxyHost=http://proxy.example&http.proxyPort=3128   | http.proxyHost",
                "http.proxyHost=me:canary@proxy&http.proxyPort=3128        | http.proxyHost",
                "http.proxyHost=my proxy&http.proxyPort=3128               | http.proxyHost",
                "http.nonProxyHosts=localhost                                   | http.proxyHost",
                "http.proxyAuthScheme=https                                     | http.proxyHost",
                "http.proxyAuthUsername=u&http.proxyAuthPassword=canary         | http.proxyHost",
                "http.proxyHost=p&http.proxyPort=1&http.proxyAuthUsername=u     | http.proxyAuthPassword",
                "http.proxyHost=p&http.proxyPort=1&http.proxyAuthPassword=canary| http.proxyAuthUsername",
                "http.proxyHost=p&http.proxyPort=1&http.proxyAuthScheme=socks   | http, https",
                "http.proxyHost=p&http.proxyPort=1&http.proxyAuthMethod=NTLM    | Basic, Digest",
                "http.maxTotalConnections=abc                                   | 1 or more",
                "http.maxTotalConnections=0                                     | 1 or more",
                "http.connectionsPerRoute=-5                                    | 1 or more",
                "http.connectionsPerRoute=99999999999                           | 1 or more",
                "http.connectionTimeToLive=5s                                   | milliseconds",
                "http.connectionTimeToLive=0                                    | milliseconds",
                "http.useSystemProperties=yes                                   | true, false",
                "http.contentCompressionDisabled=1                              | true, false",
                "http.connectionStateDisabled=maybe                             | true, false",
                "http.x509HostnameVerifier=noop                                 | #bean:",
                "http.userAgent=                                                | http.userAgent",
                "http.httpConnection.tcpNoDelay=maybe                           | true, false",
                "http.httpConnection.sndBufSize=many                            | 'many'",
                "http.httpConnection.soLinger=5s                                | milliseconds",
                "http.httpConnection.tcpNoDelai=true                            | tcpNoDelay",
                "http.httpConnection.socksProxyAddress=socks:1080               | #bean:",
                "http.httpClient.expectContinueEnabled=maybe                    | true, false",
                "http.httpClient.noSuchOption=1                                 | expectContinueEnabled",
                "http.httpClient.keepAliveStrategy=always                       | #bean:",
                "http.httpClient.contentDecoderRegistry=#bean:x                 | cannot be set",
            })
    void refusesAnOptionThatWouldBeIgnored(String options, String word) throws Exception {
        assertThat(failure(options)).contains("http.", word).doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http.proxyHost=proxy.example&http.proxyPort=3128",
                "http.proxyHost=10.0.0.1&http.proxyPort= 3128 ",
                "http.proxyHost=::1&http.proxyPort=65535",
                "http.proxyHost=my_proxy&http.proxyPort=1&http.nonProxyHosts=localhost,*.example",
                "http.proxyHost=p&http.proxyPort=1&http.proxyAuthUsername=u&http.proxyAuthPassword=w&http.proxyAuthMethod=basic",
                "http.proxyHost=p&http.proxyPort=1&http.proxyAuthScheme=HTTPS",
                "http.maxTotalConnections=5&http.connectionsPerRoute=2&http.connectionTimeToLive=60000",
                "http.connectionTimeToLive=-1",
                "http.useSystemProperties=true&http.contentCompressionDisabled=TRUE&http.connectionStateDisabled=false",
                "http.userAgent=shop",
                "http.x509HostnameVerifier=#class:org.apache.hc.client5.http.ssl.NoopHostnameVerifier",
                "http.httpConnection.tcpNoDelay=false&http.httpConnection.sndBufSize=65536&http.httpConnection.soLinger=5000",
                "http.httpClient.expectContinueEnabled=false&http.httpClient.userAgent=x"
            })
    void takesWhatHasAMeaning(String options) throws Exception {
        assertThat(failure(options)).isEmpty();
    }

    @Test
    void takesTypedValuesFromTheComponent(@SimulatedAccount Cliqtel cliqtel) throws Exception {
        try (TestAccount account = TestAccount.of(cliqtel)) {
            account.component()
                    .getConnection()
                    .setHttp(Map.of(
                            "connectionsPerRoute",
                            3,
                            "contentCompressionDisabled",
                            true,
                            "connectionTimeToLive",
                            60_000L));
            assertThat(account.call("cliqtel:numbers", null).getException()).isNull();
        }
    }

    @Test
    void aPortInTheUriCompletesTheHostOfTheComponent() throws Exception {
        try (CamelContext context = context("http.proxyPort=3128")) {
            context.getComponent("cliqtel", CliqtelComponent.class)
                    .getConnection()
                    .setHttp(Map.of("proxyHost", "proxy.example"));
            context.start();
            assertThat(context.getStatus().isStarted()).isTrue();
        }
    }

    private static String failure(String options) throws Exception {
        StringBuilder all = new StringBuilder();
        try (CamelContext context = context("")) {
            context.getComponent("cliqtel", CliqtelComponent.class)
                    .getConnection()
                    .setHttp(parsed(options));
            context.start();
        } catch (Exception failed) {
            for (Throwable t = failed; t != null; t = t.getCause()) {
                all.append(t.getMessage()).append('\n');
            }
        }
        return all.toString();
    }

    private static Map<String, Object> parsed(String options) {
        return Stream.of(options.split("&"))
                .map(option -> option.substring("http.".length()).split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static CamelContext context(String options) throws Exception {
        CamelContext context = new DefaultCamelContext();
        CliqtelComponent component = context.getComponent("cliqtel", CliqtelComponent.class);
        component.getConnection().setApiKey("canary-key");
        component.getConnection().setBaseUrl("https://cliqtel.example/api");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:in").to("cliqtel:numbers?" + options);
            }
        });
        return context;
    }
}
