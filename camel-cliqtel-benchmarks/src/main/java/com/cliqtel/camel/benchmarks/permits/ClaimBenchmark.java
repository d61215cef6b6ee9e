/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.permits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import com.cliqtel.camel.ledger.Claim;
import com.cliqtel.camel.ledger.Closing;
import com.cliqtel.camel.ledger.Hold;
import com.cliqtel.camel.ledger.JdbcLedger;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.MemoryLedger;
import org.h2.jdbcx.JdbcConnectionPool;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Measures one entry of a ledger: taken and closed. */
public class ClaimBenchmark {

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int CONNECTIONS = 16;
    private static final String ACCOUNT = "send:0123456789abcdef:";
    private static final String RECORD = "open 2026-04-03T10:15:30Z server +16625163513 +31612345678 "
            + "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    /** Which ledger. */
    public enum Kind {
        /** In memory, full as it is after a day. */
        MEMORY,
        /** A file of H2, written to the disk at each commit. */
        H2_FILE
    }

    /** The ledger. */
    @State(Scope.Benchmark)
    public static class Claims {

        /** Which. */
        @Param
        public Kind kind;

        private final AtomicLong keys = new AtomicLong();
        private Ledger ledger;
        private JdbcConnectionPool pool;
        private Path folder;

        /** Opens it. */
        @Setup
        public void open() throws IOException {
            if (kind == Kind.MEMORY) {
                ledger = new MemoryLedger();
                for (int i = 0; i < MemoryLedger.DEFAULT_CAPACITY; i++) {
                    Hold hold = Hold.of(key());
                    ledger.take(hold, LEASE);
                    ledger.close(hold, RECORD, null);
                }
                return;
            }
            folder = Files.createTempDirectory("cliqtel-bench");
            pool = JdbcConnectionPool.create("jdbc:h2:file:" + folder.resolve("ledger"), "sa", "");
            pool.setMaxConnections(CONNECTIONS);
            ledger = new JdbcLedger(pool);
        }

        /** Closes it, and leaves nothing behind. */
        @TearDown
        public void close() throws IOException {
            if (pool == null) {
                return;
            }
            pool.dispose();
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(Claims::delete);
            }
        }

        private static void delete(Path file) {
            try {
                Files.delete(file);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private String key() {
            return ACCOUNT + keys.incrementAndGet();
        }
    }

    /** Takes an entry and closes it. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    public void claim(Claims claims) {
        Hold hold = Hold.of(claims.key());
        Claim claim = claims.ledger.take(hold, LEASE, RECORD, null);
        if (claim.state() != Claim.State.NEW || claims.ledger.close(hold, RECORD, null) != Closing.CLOSED) {
            throw new IllegalStateException(claim.state() + ": nothing was measured");
        }
    }
}
