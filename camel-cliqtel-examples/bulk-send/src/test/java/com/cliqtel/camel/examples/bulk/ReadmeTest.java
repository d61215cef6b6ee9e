/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.bulk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The README shows what is compiled, and says what is said. */
class ReadmeTest {

    @Test
    void snippetsMatchTheRoutes() throws Exception {
        String routes =
                compact(Files.readString(Path.of("src/main/java/com/cliqtel/camel/examples/bulk/BulkRoutes.java")));

        assertThat(Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                        .matcher(Files.readString(Path.of("README.md")))
                        .results()
                        .map(snippet -> compact(snippet.group(1))))
                .hasSize(2)
                .allSatisfy(snippet -> assertThat(routes).contains(snippet));
    }

    @Test
    void usageMatchesThePrintedUsage() throws Exception {
        assertThat(Files.readString(Path.of("README.md"))).contains(CommandLine.USAGE);
    }

    private static String compact(String code) {
        return code.replaceAll("\\s+", "");
    }
}
