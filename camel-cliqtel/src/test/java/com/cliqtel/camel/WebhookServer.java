/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import com.cliqtel.camel.webhook.SignatureVerifier;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;

/** A Camel context that listens for webhooks on Vert.x, on a free port, and somebody who posts to it. */
final class WebhookServer implements AutoCloseable {

    static final String SECRET = "canary-webhook-secret";

    private final CamelContext context;
    private final VertxPlatformHttpServer server;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private WebhookServer(CamelContext context, VertxPlatformHttpServer server) {
        this.context = context;
        this.server = server;
    }

    static WebhookServer start(RouteBuilder routes) throws Exception {
        return start("/", routes);
    }

    /** A server that serves everything below a path. */
    static WebhookServer start(String path, RouteBuilder routes) throws Exception {
        CamelContext context = new DefaultCamelContext();
        VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
        configuration.setBindHost("127.0.0.1");
        configuration.setBindPort(0);
        configuration.setPath(path);
        VertxPlatformHttpServer server = new VertxPlatformHttpServer(configuration);
        context.addService(server);
        context.addRoutes(routes);
        context.start();
        return new WebhookServer(context, server);
    }

    CamelContext context() {
        return context;
    }

    CliqtelWebhookConsumer consumer() {
        return (CliqtelWebhookConsumer) context.getRoute("hook").getConsumer();
    }

    /** An attribute of the consumer of a route, as JMX shows it. */
    Object managed(String route, String attribute) throws Exception {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        ObjectName consumer = beans
                .queryNames(
                        new ObjectName("org.apache.camel:context=" + context.getManagementName() + ",type=consumers,*"),
                        null)
                .stream()
                .filter(name -> route.equals(attribute(beans, name, "RouteId")))
                .findFirst()
                .orElseThrow();
        return beans.getAttribute(consumer, attribute);
    }

    private static Object attribute(MBeanServer beans, ObjectName name, String attribute) {
        try {
            return beans.getAttribute(name, attribute);
        } catch (JMException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getServer().actualPort() + "/cliqtel/webhook");
    }

    HttpRequest.Builder request(String query) {
        return HttpRequest.newBuilder(URI.create(address() + query)).header("Content-Type", "application/json");
    }

    HttpRequest.Builder signed(String body) {
        return signed(body.getBytes(StandardCharsets.UTF_8), "");
    }

    HttpRequest.Builder signed(byte[] body, String query) {
        return request(query)
                .header("X-Cliqtel-Signature", SignatureVerifier.sign(body, SECRET))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest.Builder request) {
        return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** A status report like the reference's, of now. */
    static String report(long id, String status) {
        String now = OffsetDateTime.now(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString()
                .replace("Z", "+00:00");
        return "{\"event\":\"sms.status_updated\",\"data\":{\"id\":" + id
                + ",\"from\":\"+16625163513\",\"to\":\"+31612345678\",\"direction\":\"outbound\",\"status\":\"" + status
                + "\",\"segments\":1,\"cost\":0.008,\"currency\":\"EUR\",\"created_at\":\"" + now
                + "\",\"updated_at\":\""
                + now + "\"},\"timestamp\":\"" + now + "\"}";
    }

    @Override
    public void close() throws Exception {
        context.close();
    }
}
