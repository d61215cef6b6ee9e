/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.state;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import com.cliqtel.camel.simulator.account.AccountState;
import com.cliqtel.camel.simulator.account.Direction;
import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.account.Status;
import com.cliqtel.camel.simulator.json.StateJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class StateFileTest {

    private static final Instant START = Instant.parse("2026-04-03T10:15:30Z");
    private static final AccountState STATE = new AccountState(
            List.of(
                    message(42, "Your code is 1234 \u20ac \ud83d\ude00", "http://127.0.0.1:1/"),
                    // half a character, and whatever else a phone may send
                    message(44, "\ud83d \u0000 \" \\ \u2028 </script>", null)),
            new BigDecimal("99.984"),
            46);

    @TempDir
    private Path folder;

    private static Message message(long id, String body, String callback) {
        return new Message(
                id,
                11,
                "+16625163513",
                "+31612345678",
                body,
                Direction.OUTBOUND,
                Status.SENT,
                1,
                new BigDecimal("0.008"),
                "EUR",
                "didfarm",
                START,
                START.plusSeconds(2),
                callback);
    }

    private Path path() {
        return folder.resolve("state.json");
    }

    @Test
    void readsWhatItHasWritten() throws IOException {
        try (StateFile file = StateFile.open(path())) {
            assertThat(file.read()).isEmpty();
            file.write(new AccountState(List.of(), BigDecimal.ZERO, 1));
            file.write(STATE);
            assertThat(file.read()).contains(STATE);
        }
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void isWholeOrRefused() throws IOException {
        StringWriter out = new StringWriter();
        StateJson.write(STATE, out);
        String whole = out.toString();

        assertThat(StateJson.read("s", new StringReader(whole))).isEqualTo(STATE);
        assertThat(IntStream.range(0, whole.length()).mapToObj(end -> whole.substring(0, end)))
                .allSatisfy(torn -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> StateJson.read("s", new StringReader(torn)))
                        .withMessageStartingWith("s, line "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "hello                                                  | not the state of a simulator",
                "{}                                                     | not the state of a simulator",
                "[]                                                     | not the state of a simulator",
                "{\"format\":\"something else\",\"version\":1}          | not the state of a simulator",
                "{\"format\":\"F\",\"version\":2,\"what\":\"ever\"}     | newer simulator",
                "{\"format\":\"F\",\"version\":99999999999}             | newer simulator",
                "{\"format\":\"F\",\"version\":0}                       | no version",
                "{\"format\":\"F\",\"version\":\"1\"}                   | no version",
                "{\"format\":\"F\",\"version\":1,\"messages\":[]}       | here must be next_id",
                "{\"format\":\"F\",\"version\":1,\"next_id\":1.5        | next_id: this must be a whole number",
                "{\"format\":\"F\",\"version\":1,\"next_id\":1,\"balance\":\"1e9999\" | balance: this must be an amount",
                "H1,\"balance\":\"1\",\"messages\":{}}                  | messages: this must be a list",
                "H1,\"balance\":\"1\",\"messages\":[]                   | ends in the middle",
                "H1,\"balance\":\"1\",\"messages\":[]}{}                | nothing more",
                "H1,\"balance\":\"1\",\"messages\":[],\"x\":1}          | nothing more",
                "H1,\"balance\":\"1\",\"messages\":[{\"id\":1}]}        | messages[0]: this is no message",
                "H0,\"balance\":\"1\",\"messages\":[]}                  | next id must be above 0",
                "H42,\"balance\":\"1\",\"messages\":[M]}                | next id must be above 42",
                "H50,\"balance\":\"1\",\"messages\":[M,M]}              | ids must ascend",
                "H50,\"balance\":\"1\",\"messages\":[Mqueued->late]}    | messages[0].status: this is no status",
                "H50,\"balance\":\"1\",\"messages\":[M2026->year]}      | messages[0].created_at: this must be a time",
                "H50,\"balance\":\"1\",\"messages\":[M:1,->:0,]}        | messages[0].segments: this must be 1 or more",
                "H50,\"balance\":\"1\",\"messages\":[M\"text\"->7]}     | messages[0].body: this must be a text",
            })
    void leavesAloneWhatItRefusesAndSaysWhy(String text, String why) throws IOException {
        String content = filled(text);
        Files.writeString(path(), content);

        try (StateFile file = StateFile.open(path())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(file::read)
                    .withMessageContaining(path().toString())
                    .withMessageContaining("line 1")
                    .withMessageContaining(why)
                    .withMessageContaining("left as it is")
                    .withMessageContaining("Right would be")
                    .withMessageNotContaining("+3161");
        }
        assertThat(path()).hasContent(content);
    }

    /** F is the format, Hn a head with the next id n, M a message, Mx->y one with y in place of x. */
    private static String filled(String text) {
        String head = "{\"format\":\"F\",\"version\":1,\"next_id\":$1";
        String message = "{\"id\":42,\"number_id\":11,\"from\":\"+16625163513\",\"to\":\"+31612345678\","
                + "\"body\":\"text\",\"direction\":\"outbound\",\"status\":\"queued\",\"segments\":1,\"cost\":\"0.008\","
                + "\"currency\":\"EUR\",\"carrier\":\"didfarm\",\"created_at\":\"2026-04-03T10:15:30Z\","
                + "\"updated_at\":\"2026-04-03T10:15:30Z\",\"status_callback_url\":null}";
        String filled = text.replaceAll("H([0-9]+)", head);
        int change = filled.indexOf("->");
        if (change > 0) {
            int start = filled.indexOf("[M") + 2;
            int end = filled.lastIndexOf(']');
            String changed = message.replace(filled.substring(start, change), filled.substring(change + 2, end));
            filled = filled.substring(0, start - 1) + changed + filled.substring(end);
        }
        return filled.replace("[M", "[" + message)
                .replace(",M", "," + message)
                .replace("\"F\"", "\"camel-cliqtel-simulator state\"");
    }

    @Test
    void refusesWhatIsNoTextAtAll() throws IOException {
        byte[] bytes = {(byte) 0xff, 0, 1, 2};
        Files.write(path(), bytes);

        try (StateFile file = StateFile.open(path())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(file::read)
                    .withMessageContaining("not the state of a simulator");
        }
        assertThat(path()).hasBinaryContent(bytes);
    }

    @Test
    void canBeReadByItsOwnerOnly() throws IOException {
        assumeTrue(path().getFileSystem().supportedFileAttributeViews().contains("posix"), "no POSIX here");
        Files.createFile(path());
        Files.setPosixFilePermissions(path(), PosixFilePermissions.fromString("rw-rw-rw-"));
        try (StateFile file = StateFile.open(path())) {
            file.write(STATE);
        }

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path())))
                .isEqualTo("rw-------");
    }

    @Test
    void isOfOneSimulatorAtATime() throws IOException {
        try (StateFile file = StateFile.open(path())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> StateFile.open(path()))
                    .withMessageContaining("another simulator uses it");
            file.write(STATE);
        }
        try (StateFile file = StateFile.open(path())) {
            assertThat(file.read()).contains(STATE);
        }
    }

    @Test
    void goesWhereALinkLeads() throws IOException {
        Files.createDirectory(folder.resolve("elsewhere"));
        Path there = Files.createFile(folder.resolve("elsewhere/real.json"));
        Files.createSymbolicLink(path(), there);
        try (StateFile file = StateFile.open(path())) {
            file.write(STATE);
        }

        assertThat(path()).isSymbolicLink();
        assertThat(there).isNotEmptyFile();
    }

    @Test
    void needsAFolder() {
        Path nowhere = folder.resolve("nowhere/state.json");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> StateFile.open(nowhere))
                .withMessageContaining(nowhere.toString())
                .withMessageContaining("a folder that exists");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StateFile.open(folder).read())
                .withMessageContaining("no file");
    }
}
