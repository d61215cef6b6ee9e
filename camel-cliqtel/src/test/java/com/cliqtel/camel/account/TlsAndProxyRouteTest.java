/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.error.CliqtelUnavailableException;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.fixture.FaultyServer;
import com.cliqtel.camel.model.Sms;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Real TLS with a certificate of our own, and proxies. */
class TlsAndProxyRouteTest {

    private static final String PASSWORD = "changeit";
    private static final String CREATED = "{\"data\":{\"id\":42,\"status\":\"queued\"}}";

    @TempDir
    private Path folder;

    @Test
    void trustsTheCertificatesOfSslContextParameters() throws Exception {
        HttpsServer server = server("san=dns:localhost");
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.getRegistry().bind("ours", trusting(folder.resolve("keys.p12")));
            context.start();
            Exchange out = send(
                    context, "https://localhost:" + server.getAddress().getPort() + "/api&sslContextParameters=#ours");
            assertThat(out.getException()).isNull();
            assertThat(out.getMessage().getBody(Sms.class).id()).isEqualTo(42);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void theContextsOwnTlsConfigurationIsUsedWhereThatIsSaid() throws Exception {
        HttpsServer server = server("san=dns:localhost");
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.setSSLContextParameters(trusting(folder.resolve("keys.p12")));
            context.getComponent("cliqtel", CliqtelComponent.class).setUseGlobalSslContextParameters(true);
            context.start();
            Exchange out =
                    send(context, "https://localhost:" + server.getAddress().getPort() + "/api");
            assertThat(out.getException()).isNull();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void anUnknownCertificateIsNotTrustedAndNothingIsSent() throws Exception {
        HttpsServer server = server("san=dns:localhost");
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.start();
            assertNotSent(
                    send(context, "https://localhost:" + server.getAddress().getPort() + "/api"));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aCertificateOfAnotherHostIsNotTrustedAndNothingIsSent() throws Exception {
        HttpsServer server = server("san=dns:other.example");
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.getRegistry().bind("ours", trusting(folder.resolve("keys.p12")));
            context.start();
            assertNotSent(send(
                    context, "https://localhost:" + server.getAddress().getPort() + "/api&sslContextParameters=#ours"));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aHostnameVerifierOfTheApplicationIsUsed() throws Exception {
        HttpsServer server = server("san=dns:other.example");
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.getRegistry().bind("ours", trusting(folder.resolve("keys.p12")));
            context.getRegistry().bind("anyName", (HostnameVerifier) (host, session) -> true);
            context.start();
            Exchange out = send(
                    context,
                    "https://localhost:" + server.getAddress().getPort()
                            + "/api&sslContextParameters=#ours&http.x509HostnameVerifier=#bean:anyName");
            assertThat(out.getException()).isNull();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void opensATunnelThroughAProxyWithoutTheKey() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext();
                FaultyServer proxy = FaultyServer.start(FaultyServer.answering(502, "text/plain", ""))) {
            context.start();
            assertNotSent(send(
                    context, "https://cliqtel.example/api&http.proxyHost=127.0.0.1&http.proxyPort=" + proxy.port()));
            assertThat(proxy.requests()).hasSize(1);
            assertThat(proxy.requests().get(0))
                    .startsWith("CONNECT cliqtel.example:443 HTTP/1.1")
                    .doesNotContain("canary");
        }
    }

    private static void assertNotSent(Exchange out) {
        assertThat(out.getException())
                .isInstanceOfSatisfying(CliqtelUnavailableException.class, failure -> assertThat(failure.getOutcome())
                        .isEqualTo(Outcome.NOT_SENT));
    }

    private static Exchange send(DefaultCamelContext context, String baseUrl) {
        return context.createFluentProducerTemplate()
                .to("cliqtel:send?apiKey=canary-key&from=+16625163513&to=+31612345678&maxRetries=0&baseUrl=" + baseUrl)
                .withBody("canary")
                .request(Exchange.class);
    }

    private HttpsServer server(String extension) throws Exception {
        Path keys = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "us",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=test",
                        "-ext",
                        extension,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keys.toString(),
                        "-storepass",
                        PASSWORD))
                .inheritIO()
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        SSLContext ssl = SSLContext.getInstance("TLS");
        ssl.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(ssl));
        server.createContext("/", exchange -> {
            byte[] answer = CREATED.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(201, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static SSLContextParameters trusting(Path keys) {
        KeyStoreParameters store = new KeyStoreParameters();
        store.setResource("file:" + keys);
        store.setPassword(PASSWORD);
        TrustManagersParameters trust = new TrustManagersParameters();
        trust.setKeyStore(store);
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setTrustManagers(trust);
        return parameters;
    }
}
