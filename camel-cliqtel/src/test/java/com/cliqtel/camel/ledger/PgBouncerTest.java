/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGConnectionPoolDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two nodes behind PgBouncer in transaction pooling, at the defaults of PostgreSQL's driver. Skipped where PgBouncer isn't
 * installed (Debian's package pgbouncer).
 */
class PgBouncerTest {

    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final int KEYS = 100;

    @TempDir
    private Path folder;

    private Process bouncer;
    private final List<JdbcConnectionPool> pools = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        PGConnectionPoolDataSource server = PostgresServer.emptyDatabase();
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path users = folder.resolve("users.txt");
        Files.writeString(users, "\"postgres\" \"\"\n");
        Path configuration = folder.resolve("pgbouncer.ini");
        Files.writeString(configuration, """
                [databases]
                %s = host=127.0.0.1 port=%d
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = any
                auth_file = %s
                pool_mode = transaction
                default_pool_size = 4
                max_client_conn = 100
                ignore_startup_parameters = extra_float_digits
                """.formatted(
                        server.getDatabaseName(), server.getPortNumbers()[0], port, users)
                // the user with which PgBouncer connects
                .replace(
                        "port=" + server.getPortNumbers()[0], "port=" + server.getPortNumbers()[0] + " user=postgres"));
        bouncer = started(configuration);
        for (int node = 0; node < 2; node++) {
            PGConnectionPoolDataSource behind = new PGConnectionPoolDataSource();
            behind.setServerNames(new String[] {"127.0.0.1"});
            behind.setPortNumbers(new int[] {port});
            behind.setDatabaseName(server.getDatabaseName());
            behind.setUser("postgres");
            pools.add(Databases.pool(behind));
        }
        awaitAnswer();
    }

    // it refuses to run as root
    private Process started(Path configuration) throws IOException {
        List<String> command = new ArrayList<>(List.of("pgbouncer"));
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("-u", "nobody"));
            folder.toFile().setReadable(true, false);
            folder.toFile().setExecutable(true, false);
        }
        command.add(configuration.toString());
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
        } catch (IOException missing) {
            Assumptions.abort("NOT TESTED behind PgBouncer, which could not be started: " + missing.getMessage());
            throw missing;
        }
    }

    private void awaitAnswer() throws Exception {
        for (int tries = 0; tries < 100; tries++) {
            try (Connection connection = pools.get(0).getConnection()) {
                return;
            } catch (SQLException notYet) {
                if (bouncer.waitFor(100, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        }
        Assumptions.abort(
                "NOT TESTED behind PgBouncer, which doesn't answer: " + Files.readString(folder.resolve("log")));
    }

    @AfterEach
    void stop() {
        pools.forEach(JdbcConnectionPool::dispose);
        if (bouncer != null) {
            bouncer.destroyForcibly();
        }
    }

    @Test
    void eachKeyIsTakenAndClosedOnce() throws Exception {
        List<Ledger> nodes = List.of(new JdbcLedger(pools.get(0)), new JdbcLedger(pools.get(1)));
        AtomicInteger closed = new AtomicInteger();
        AtomicInteger others = new AtomicInteger();
        LedgerContract.atOnce(thread -> {
            Ledger ledger = nodes.get(thread % 2);
            for (int key = 0; key < KEYS; key++) {
                Hold hold = Hold.of("key:" + key);
                if (ledger.take(hold, LEASE).state() == Claim.State.NEW) {
                    assertThat(ledger.renew(hold, LEASE, "by " + thread)).isTrue();
                    assertThat(ledger.close(hold, "end", "m:" + key)).isEqualTo(Closing.CLOSED);
                    closed.incrementAndGet();
                } else {
                    others.incrementAndGet();
                }
            }
            return true;
        });
        assertThat(closed).hasValue(KEYS);
        assertThat(others).hasValue(15 * KEYS);
    }
}
