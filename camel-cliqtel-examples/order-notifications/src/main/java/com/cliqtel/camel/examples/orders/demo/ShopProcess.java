/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.orders.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.cliqtel.camel.examples.orders.Shop;

/** The shop in a process of its own, with the Java and the class path of this one. */
final class ShopProcess implements AutoCloseable {

    private static final List<String> QUICK_START =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx384m");
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final long BETWEEN_LOOKS = 50;

    private final Process process;
    private final URI health;
    private final Path log;

    private ShopProcess(Process process, URI health, Path log) {
        this.process = process;
        this.health = health;
        this.log = log;
    }

    static ShopProcess start(Path log, Map<String, String> properties, Map<String, String> environment)
            throws IOException {
        List<String> command = Stream.of(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        QUICK_START.stream(),
                        Stream.of("-cp", System.getProperty("java.class.path"), Shop.class.getName()),
                        properties.entrySet().stream().map(each -> "--" + each.getKey() + "=" + each.getValue()))
                .flatMap(words -> words)
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        URI health = URI.create("http://127.0.0.1:" + properties.get("server.port") + "/actuator/health");
        return new ShopProcess(builder.start(), health, log);
    }

    /**
     * Waits until it says that it is well.
     *
     * @throws IllegalStateException when it died, or took too long
     */
    ShopProcess awaitHealth() throws InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest question =
                HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!healthy(http, question)) {
            if (process.waitFor(BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("The shop ended by itself: see " + log);
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The shop is not well after " + LONGEST_START + ": see " + log);
            }
        }
        return this;
    }

    private static boolean healthy(HttpClient http, HttpRequest question) throws InterruptedException {
        try {
            return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Ends it as a power cut would (SIGKILL), and waits until it is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The shop does not die");
        }
    }

    /** Asks it to end, and kills it when it does not. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            kill();
        }
    }
}
