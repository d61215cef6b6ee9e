/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Random documents and doubles, compared to the byte with what Node makes of them; each run prints its seed. */
class StringifiedJsonNodeTest {

    private static final int DOCUMENTS = 20_000;
    private static final int LISTS_OF_NUMBERS = 1_000;
    private static final int NUMBERS_IN_A_LIST = 100;
    private static final String REFUSED = "refused";

    private static final String STRINGIFY = """
            const lines = require('fs').readFileSync(0, 'latin1').trimEnd().split('\\n');
            const utf8 = new TextDecoder('utf-8', { fatal: true });
            const answer = line => {
              try {
                const value = JSON.parse(utf8.decode(Buffer.from(line, 'base64')));
                return Buffer.from(JSON.stringify(value)).toString('base64');
              } catch (notJson) {
                return 'refused';
              }
            };
            process.stdout.write(lines.map(answer).join('\\n'));
            """;

    private final long seed = Long.getLong("cliqtel.seed", System.nanoTime());
    private final RandomJson random = new RandomJson(seed);

    @Test
    void writesWhatNodeWrites() throws IOException {
        System.out.println("StringifiedJsonNodeTest: repeat with -Dcliqtel.seed=" + seed);
        List<byte[]> documents = Stream.of(
                        Stream.generate(random::document).limit(DOCUMENTS),
                        Stream.generate(this::numbers).limit(LISTS_OF_NUMBERS),
                        Stream.of(smallestDoubles(), manyNames()))
                .flatMap(d -> d)
                .toList();

        List<String> answers = askNode(documents);

        assertThat(answers).hasSameSizeAs(documents);
        assertThat(answers.stream().filter(REFUSED::equals).count())
                .as("documents that are not JSON")
                .isBetween(DOCUMENTS / 50L, DOCUMENTS / 2L);
        assertThat(IntStream.range(0, documents.size())
                        .filter(i -> !answers.get(i).equals(ours(documents.get(i))))
                        .mapToObj(i -> new String(documents.get(i), StandardCharsets.UTF_8)))
                .as("documents of seed %d written otherwise than by Node", seed)
                .isEmpty();
    }

    private static List<String> askNode(List<byte[]> documents) throws IOException {
        String lines = documents.stream()
                .map(document -> Base64.getEncoder().encodeToString(document))
                .collect(Collectors.joining("\n"));
        return List.of(
                NodeJs.run(STRINGIFY, lines.getBytes(StandardCharsets.US_ASCII)).split("\n"));
    }

    private static String ours(byte[] document) {
        try {
            return Base64.getEncoder().encodeToString(StringifiedJson.of(document));
        } catch (IllegalArgumentException notJson) {
            return REFUSED;
        }
    }

    private byte[] numbers() {
        return list(Stream.generate(random::number).limit(NUMBERS_IN_A_LIST));
    }

    /** The 2,000 doubles above 0, where neighbours differ in their first digits. */
    private static byte[] smallestDoubles() {
        return list(IntStream.rangeClosed(1, 2_000).mapToObj(i -> String.valueOf(i * Double.MIN_VALUE)));
    }

    /** Enough names for engines to change how they store an object, each of them given twice. */
    private static byte[] manyNames() {
        return IntStream.range(0, 6_000)
                .map(i -> i * 7 % 3_000)
                .mapToObj(i -> (i % 3 == 0 ? "\"n" : "\"") + i + "\":" + i)
                .collect(Collectors.joining(",", "{", "}"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] list(Stream<String> values) {
        return values.collect(Collectors.joining(",", "[", "]")).getBytes(StandardCharsets.UTF_8);
    }
}
