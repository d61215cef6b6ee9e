/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.quickstart;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import com.cliqtel.camel.model.DeliveryStatus;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.model.SmsNumber;
import com.cliqtel.camel.model.StatusUpdate;
import org.apache.camel.ProducerTemplate;

/** What happens to one SMS, told line by line. */
final class Story {

    private static final String TEXT = "Your order #1234 has shipped!";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);

    private final Settings settings;
    private final ProducerTemplate routes;
    private final Reports reports;
    private final PrintStream out;

    Story(Settings settings, ProducerTemplate routes, Reports reports, PrintStream out) {
        this.settings = settings;
        this.routes = routes;
        this.reports = reports;
        this.out = out;
    }

    /** Tells it, from the account's numbers to the list of messages. */
    void tell() throws IOException, InterruptedException {
        long start = System.nanoTime();
        numbers();
        Sms sms = send();
        DeliveryStatus end = settings.receivesReports() ? reported(sms) : asked(sms);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (settings.receivesReports()) {
            forged();
        }
        messages();
        out.printf("Done: %s %.1f s after the first call.%n", end, seconds);
    }

    private void numbers() {
        List<?> numbers = routes.requestBody("direct:numbers", null, List.class);
        line(
                "numbers",
                numbers.stream()
                        .map(SmsNumber.class::cast)
                        .map(number -> number.number() + " (" + number.countryCode() + ")")
                        .collect(Collectors.joining(", ")));
    }

    private Sms send() {
        Sms sms = routes.requestBodyAndHeader("direct:send", TEXT, "phone", settings.to(), Sms.class);
        line(
                "send",
                "accepted as message " + sms.id() + ": " + sms.segments() + " segment(s), " + sms.cost() + " "
                        + sms.currency() + ", " + sms.status());
        return sms;
    }

    private DeliveryStatus reported(Sms sms) throws InterruptedException {
        for (StatusUpdate report = reports.next(PATIENCE); report != null; report = reports.next(PATIENCE)) {
            if (report.id().equals(sms.id())) {
                line("webhook", "message " + report.id() + " is " + report.status());
                if (report.status().isFinal()) {
                    return report.status();
                }
            }
        }
        throw new IllegalStateException("no final report came within " + PATIENCE.toSeconds() + " s");
    }

    private DeliveryStatus asked(Sms sms) throws InterruptedException {
        DeliveryStatus seen = sms.status();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!seen.isFinal() && System.nanoTime() < end) {
            TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
            Sms now = routes.requestBodyAndHeaders(
                    "direct:follow", null, Map.of("CamelCliqtelMessageId", sms.id()), Sms.class);
            if (!seen.equals(now.status())) {
                line("get", "message " + now.id() + " is " + now.status());
            }
            seen = now.status();
        }
        return seen;
    }

    private void forged() throws IOException, InterruptedException {
        HttpRequest forgery = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + settings.port() + "/cliqtel/webhook"))
                .header("Content-Type", "application/json")
                .header("X-Cliqtel-Signature", "0".repeat(64))
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"event\":\"sms.status_updated\",\"data\":{\"id\":1,\"status\":\"failed\"}}"))
                .build();
        int status = HttpClient.newHttpClient()
                .send(forgery, HttpResponse.BodyHandlers.discarding())
                .statusCode();
        line("forged", "refused with " + status + ", " + (reports.waiting() ? "but a route ran!" : "no route ran"));
    }

    private void messages() {
        for (Object message : routes.requestBody("direct:list", null, List.class)) {
            Sms sms = (Sms) message;
            line("message", sms.id() + "  " + sms.from() + " -> " + sms.to() + "  " + sms.status() + "  " + sms.body());
        }
    }

    private void line(String what, String text) {
        out.printf("  %-9s %s%n", what, text);
    }
}
