/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.Stream;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.fixture.FaultyServer;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a proxy does to a call: the failure names the proxy, and says whether anything was sent. */
@Timeout(60)
class ProxyRouteTest {

    private static final String HTTPS = "https://cliqtel.example/api";
    private static final String HTTP = "http://cliqtel.example/api&allowPlainHttp=true";
    private static final String NAMED = "&http.proxyAuthUsername=canary-user&http.proxyAuthPassword=canary-word";

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 301, 400, 401, 403, 404, 407, 429, 500, 502, 503, 504})
    void aProxyThatMakesNoTunnelIsNamedAndNothingIsSent(int status) throws Exception {
        try (FaultyServer proxy = FaultyServer.start(FaultyServer.answering(status, "text/html", "<h1>no</h1>"))) {
            assertNamed(proxy.port(), sent(HTTPS, proxy.port()), "no_connection", "HTTP " + status);
            assertNamed(proxy.port(), asked(HTTPS, proxy.port()), "no_connection", "HTTP " + status);
            assertThat(proxy.requests()).hasSize(2).allSatisfy(request -> assertThat(request)
                    .startsWith("CONNECT cliqtel.example:443")
                    .doesNotContain("canary"));
        }
    }

    @Test
    void aProxyThatWantsCredentialsSaysWhichOptionsHaveThem() throws Exception {
        try (FaultyServer proxy = FaultyServer.start(
                FaultyServer.answering(407, "text/html", "", "Proxy-Authenticate: Basic realm=\"canary\""))) {
            assertNamed(proxy.port(), sent(HTTPS, proxy.port()), "http.proxyAuthUsername");
            assertNamed(proxy.port(), sent(HTTPS + NAMED, proxy.port()), "http.proxyAuthUsername");
            assertNamed(proxy.port(), sent(HTTP, proxy.port()), "http.proxyAuthUsername");
            assertNamed(proxy.port(), sent(HTTP + NAMED, proxy.port()), "http.proxyAuthUsername");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {HTTPS, HTTP})
    void aProxyThatIsDownIsNamed(String baseUrl) throws Exception {
        int port = closedPort();
        assertNamed(port, sent(baseUrl, port), "no_connection");
        assertNamed(port, asked(baseUrl, port), "no_connection");
    }

    @Test
    void anUnknownProxyHostIsNamed() throws Exception {
        CliqtelException failure = call("send", HTTPS + "&http.proxyHost=proxy.invalid&http.proxyPort=3128");
        assertThat(failure).hasMessageContaining("proxy proxy.invalid:3128").hasMessageContaining("nothing was sent");
        assertNotSent(failure);
    }

    @Test
    void aProxyThatNeverAnswersIsNamed() throws Exception {
        try (FaultyServer proxy = FaultyServer.start(connection -> {
            connection.request();
            connection.socket().getInputStream().read();
        })) {
            assertNamed(proxy.port(), sent(HTTPS + "&requestTimeout=300ms", proxy.port()), "timeout");
        }
    }

    @Test
    void aProxyThatHangsUpIsNamed() throws Exception {
        try (FaultyServer proxy = FaultyServer.start(FaultyServer.Connection::reset)) {
            assertNamed(proxy.port(), sent(HTTPS, proxy.port()), "no_connection");
        }
    }

    @Test
    void aTunnelThatLeadsNowhereIsNamed() throws Exception {
        try (FaultyServer proxy = FaultyServer.start(connection -> {
            connection.request();
            connection.write("HTTP/1.1 200 Connection established\r\n\r\n");
            connection.socket().close();
        })) {
            assertNamed(proxy.port(), sent(HTTPS, proxy.port()), "no_connection");
        }
    }

    static Stream<Arguments> plainAnswers() {
        return Stream.of(
                Arguments.of(502, Outcome.UNKNOWN),
                Arguments.of(503, Outcome.UNKNOWN),
                Arguments.of(504, Outcome.UNKNOWN),
                Arguments.of(403, null));
    }

    @ParameterizedTest
    @MethodSource("plainAnswers")
    void aProxyThatAnswersForAPlainApiIsNamed(int status, Outcome outcome) throws Exception {
        try (FaultyServer proxy = FaultyServer.start(FaultyServer.answering(status, "text/html", "<h1>no</h1>"))) {
            CliqtelException failure = sent(HTTP, proxy.port());
            assertThat(failure).hasStackTraceContaining("proxy 127.0.0.1:" + proxy.port());
            assertThat(failure.getStatusCode()).isEqualTo(status);
            if (outcome != null) {
                assertThat(((CliqtelUnavailableException) failure).getOutcome()).isEqualTo(outcome);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 407, 502})
    void aRefusedTunnelGivesItsConnectionBack(int status) throws Exception {
        try (FaultyServer proxy = FaultyServer.start(connection -> {
                    connection.request();
                    connection.write("HTTP/1.1 " + status + " No\r\nContent-Length: 0\r\n\r\n");
                    connection.socket().getInputStream().read();
                });
                DefaultCamelContext context = new DefaultCamelContext()) {
            context.start();
            for (int i = 0; i < 3; i++) {
                CliqtelException failure = call(
                        context,
                        "send",
                        HTTPS + "&http.connectionsPerRoute=1&connectTimeout=1s&http.proxyHost=127.0.0.1&http.proxyPort="
                                + proxy.port());
                assertThat(failure).hasMessageContaining("HTTP " + status);
            }
        }
    }

    private static void assertNamed(int port, CliqtelException failure, String... words) {
        assertThat(failure.getMessage())
                .contains("proxy 127.0.0.1:" + port, "nothing was sent")
                .contains(words)
                .doesNotContain("canary", "the API said no");
        assertNotSent(failure);
    }

    private static void assertNotSent(CliqtelException failure) {
        assertThat(failure).isInstanceOfSatisfying(CliqtelUnavailableException.class, unavailable -> assertThat(
                        unavailable.getOutcome())
                .isEqualTo(Outcome.NOT_SENT));
    }

    private static CliqtelException sent(String baseUrl, int port) throws Exception {
        return call("send", baseUrl + "&http.proxyHost=127.0.0.1&http.proxyPort=" + port);
    }

    private static CliqtelException asked(String baseUrl, int port) throws Exception {
        return call("numbers", baseUrl + "&http.proxyHost=127.0.0.1&http.proxyPort=" + port);
    }

    private static CliqtelException call(String operation, String baseUrl) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.start();
            return call(context, operation, baseUrl);
        }
    }

    private static CliqtelException call(DefaultCamelContext context, String operation, String baseUrl) {
        context.getComponent("cliqtel", CliqtelComponent.class).getAddress().setFrom("+16625163513");
        String send = operation.equals("send") ? "&to=+31612345678&unknownOutcome=fail" : "";
        Exchange out = context.createFluentProducerTemplate()
                .to("cliqtel:" + operation + "?apiKey=canary-key&maxRetries=0&baseUrl=" + baseUrl + send)
                .withBody("canary")
                .request(Exchange.class);
        assertThat(out.getException()).isInstanceOf(CliqtelException.class);
        return (CliqtelException) out.getException();
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
