/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.sends;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.cliqtel.camel.simulator.Simulator;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;

/** Sends with Apache HttpClient 5 and three retries after any failure, for comparison. */
final class RetryingHttpClient implements SmsClient {

    private static final int CONNECTIONS = 400;
    private static final int RETRIES = 3;
    private static final long PAUSE_MILLIS = 100;
    private static final Pattern ID = Pattern.compile("\"id\":([0-9]+)");

    private final URI address;
    private final String key;
    private final String from;
    private final CloseableHttpClient http;

    RetryingHttpClient(SendTarget place) {
        Simulator simulator = place.simulator();
        this.address = URI.create(simulator.baseUrl() + "/messages");
        this.key = simulator.apiKey();
        this.from = simulator.numbers().get(0).number();
        this.http = HttpClients.custom()
                .setRoutePlanner(place.refusals())
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(place.scale().requestTimeout()))
                        .build())
                .build();
    }

    /** What came of one attempt. */
    private record Attempt(int status, String body) {
        boolean isWorthAnother() {
            return status == 0 || status == 429 || status >= 500;
        }

        SendOutcome ending() {
            Matcher id = ID.matcher(body);
            if (status == 201 && id.find()) {
                return SendOutcome.sent(Long.parseLong(id.group(1)));
            }
            return SendOutcome.without(isWorthAnother() ? SendOutcome.Kind.UNKNOWN : SendOutcome.Kind.REJECTED);
        }
    }

    @Override
    public void send(LogicalSend send, Consumer<SendOutcome> told) {
        Attempt last = attempt(send);
        for (int retry = 1; retry <= RETRIES && last.isWorthAnother(); retry++) {
            pause();
            last = attempt(send);
        }
        told.accept(last.ending());
    }

    private Attempt attempt(LogicalSend send) {
        HttpPost post = new HttpPost(address);
        post.setHeader("Authorization", "Bearer " + key);
        post.setEntity(new StringEntity(
                """
                {"from":"%s","to":"%s","body":"%s","status_callback_url":"%s"}""".formatted(from, send.to(), escaped(send.text()), send.mark()), ContentType.APPLICATION_JSON));
        try {
            return http.execute(
                    post, answer -> new Attempt(answer.getCode(), EntityUtils.toString(answer.getEntity())));
        } catch (IOException failure) {
            return new Attempt(0, "");
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
    }

    private static String escaped(String text) {
        return text.replace("\r", "\\r").replace("\n", "\\n");
    }
}
