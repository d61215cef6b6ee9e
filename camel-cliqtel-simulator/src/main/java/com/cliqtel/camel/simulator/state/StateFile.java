/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.state;

import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

import com.cliqtel.camel.simulator.account.AccountState;
import com.cliqtel.camel.simulator.json.StateJson;

/** A file with the state of an account, of which there is always a whole one, for one simulator at a time. Not thread-safe. */
final class StateFile implements AutoCloseable {

    private final Path file;
    private final FileChannel lock;

    private StateFile(Path file, FileChannel lock) {
        this.file = file;
        this.lock = lock;
    }

    static StateFile open(Path given) {
        try {
            // what stands in place of a link would cut it
            Path file = Files.exists(given) ? given.toRealPath() : given.toAbsolutePath();
            return new StateFile(file, locked(file));
        } catch (IOException e) {
            throw refused(
                    given,
                    "its folder is not there, or cannot be written to. Right would be: a file in a folder that exists");
        }
    }

    /** Empty when there is no file yet. */
    Optional<AccountState> read() {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            return Optional.of(StateJson.read(String.valueOf(file.getFileName()), reader));
        } catch (IOException e) {
            throw refused(file, "it is no file, or none that may be read");
        } catch (IllegalArgumentException e) {
            throw refused(
                    file,
                    "it is left as it is: " + e.getMessage() + ". Right would be: a file that this simulator has"
                            + " written, or none");
        }
    }

    void write(AccountState state) throws IOException {
        Path next = beside(file, ".tmp");
        Files.deleteIfExists(next);
        Files.createFile(next, ownersOnly(next));
        try (FileOutputStream out = new FileOutputStream(next.toFile());
                Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            StateJson.write(state, writer);
            writer.flush();
            // or a power failure might leave the new name without the new content
            out.getFD().sync();
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new IllegalStateException("The lock of " + file + " cannot be let go of", e);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }

    // a file of its own, which stays: one that is replaced or deleted, two could have a lock on
    private static FileChannel locked(Path file) throws IOException {
        Path beside = beside(file, ".lock");
        FileChannel channel = FileChannel.open(
                beside, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), ownersOnly(beside));
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // by another simulator of this process
        }
        channel.close();
        throw refused(file, "another simulator uses it. Right would be: a file for each");
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    private static FileAttribute<?>[] ownersOnly(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static IllegalArgumentException refused(Path file, String why) {
        return new IllegalArgumentException("The state file " + file + " is refused: " + why);
    }
}
