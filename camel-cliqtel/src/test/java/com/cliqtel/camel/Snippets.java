/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/** The snippets of a document in one language. */
final class Snippets {

    private Snippets() {}

    static List<String> of(String document, String language) throws IOException {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("..", document)))
                .results()
                .map(snippet -> snippet.group(1))
                .toList();
    }

    /** Each Java snippet stands, but for blanks, in a test's source, which is compiled. */
    static void assertCompiled(String document, Class<?> source, int count) throws IOException {
        String compiled =
                compact(Files.readString(Path.of("src/test/java/com/cliqtel/camel", source.getSimpleName() + ".java")));
        assertThat(of(document, "java")).hasSize(count).allSatisfy(snippet -> assertThat(compiled)
                .contains(compact(snippet)));
    }

    private static String compact(String code) {
        return code.replaceAll("\\s+", "");
    }
}
