/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.send;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.cliqtel.camel.benchmarks.harness.RunLength;
import com.cliqtel.camel.benchmarks.stub.StubProcess;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One SMS, from the text to the id. */
public class SendBenchmark {

    /** Who sends. */
    @State(Scope.Benchmark)
    public static class Sends {

        /** Who sends. */
        @Param
        public SenderKind competitor;

        // from then on, what sixteen threads cost on two cores doesn't change any more
        private static final int WARM_SECONDS = 28;

        private static final int WARM_THREADS = 16;

        private final AtomicInteger threads = new AtomicInteger();
        private SmsSender sender;

        /** Opens it, and lets it run until the compiler is done. */
        @Setup
        public void open() throws InterruptedException {
            sender = competitor.open(StubProcess.baseUrl());
            long ends = System.nanoTime()
                    + TimeUnit.SECONDS.toNanos(RunLength.fromProperties().of(WARM_SECONDS, 0));
            ExecutorService warming = Executors.newFixedThreadPool(WARM_THREADS);
            for (int thread = 0; thread < WARM_THREADS; thread++) {
                warming.execute(() -> sendUntil(ends));
            }
            warming.shutdown();
            if (!warming.awaitTermination(2 * WARM_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(competitor + " does not come to an end: nothing was measured");
            }
        }

        private void sendUntil(long ends) {
            Texts texts = new Texts();
            texts.number(this);
            while (System.nanoTime() < ends) {
                sender.send(texts.to(), texts.next());
            }
        }

        /** Closes it. */
        @TearDown
        public void close() {
            sender.close();
        }
    }

    /** What a thread has to send: each another text to another number, since equal ones would wait for one another. */
    @State(Scope.Thread)
    public static class Texts {

        private static final int NUMBERS = 1_000_000;

        private int thread;
        private int count;

        /** Tells the thread's texts from others'. */
        @Setup
        public void number(Sends sends) {
            thread = sends.threads.incrementAndGet();
        }

        String to() {
            return "+31" + (600_000_000 + thread * NUMBERS + count % NUMBERS);
        }

        String next() {
            return "Your order #" + ++count + " has shipped from " + thread + "!";
        }
    }

    /**
     * Sends one.
     *
     * @return its id
     */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    public long send(Sends sends, Texts texts) {
        return sends.sender.send(texts.to(), texts.next());
    }

    /**
     * The same, each time looked at.
     *
     * @return its id
     */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public long sampled(Sends sends, Texts texts) {
        return send(sends, texts);
    }
}
