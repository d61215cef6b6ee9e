/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.webhook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;

import com.cliqtel.camel.benchmarks.harness.RunLength;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One webhook, from the POST to its answer. */
public class WebhookBenchmark {

    /** Who receives, and what. */
    @State(Scope.Benchmark)
    public static class Receives {

        private static final int WARM_SECONDS = 8;

        /** Who receives. */
        @Param
        public ReceiverKind competitor;

        /** What is posted. */
        @Param
        public RequestKind letter;

        private WebhookRequests events;
        private Receiver receiver;

        /** Opens it. */
        @Setup
        public void open() {
            events = new WebhookRequests();
            receiver = competitor.open();
            warm();
        }

        // alone, so that the compiler has a core to itself
        private void warm() {
            long ends = System.nanoTime()
                    + TimeUnit.SECONDS.toNanos(RunLength.fromProperties().of(WARM_SECONDS, 0));
            try (WebhookCaller caller = new WebhookCaller(receiver.port())) {
                byte[] request = events.blank();
                while (System.nanoTime() < ends) {
                    events.write(request, letter);
                    letter.check(caller.post(request));
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        /** Closes it. */
        @TearDown
        public void close() {
            receiver.close();
        }
    }

    /** A thread's connection. */
    @State(Scope.Thread)
    public static class Connection {

        private WebhookCaller caller;
        private byte[] request;

        /** Connects. */
        @Setup
        public void open(Receives receives) throws IOException {
            caller = new WebhookCaller(receives.receiver.port());
            request = receives.events.blank();
        }

        /** Closes it. */
        @TearDown
        public void close() throws IOException {
            caller.close();
        }
    }

    /** Posts one. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    public void post(Receives receives, Connection connection) throws IOException {
        receives.events.write(connection.request, receives.letter);
        receives.letter.check(connection.caller.post(connection.request));
    }

    /** The same, each time looked at. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public void sampled(Receives receives, Connection connection) throws IOException {
        post(receives, connection);
    }
}
