/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.orders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The README's snippets are the shop's own code, which the other tests run. */
class ReadmeTest {

    private static final Path SHOP = Path.of("src/main/java/com/cliqtel/camel/examples/orders");
    private static final Path SETTINGS = Path.of("src/main/resources/application.properties");

    @Test
    void javaSnippetsMatchTheShop() throws IOException {
        String shop = dense(sources());
        assertThat(snippets("java")).hasSize(5).allSatisfy(snippet -> assertThat(shop)
                .contains(dense(snippet)));
    }

    @Test
    void propertiesMatchTheShop() throws IOException {
        String settings = Files.readString(SETTINGS);
        assertThat(snippets("properties")).hasSize(1).allSatisfy(snippet -> assertThat(settings)
                .contains(snippet));
    }

    @Test
    void everyNamedSettingExists() throws IOException {
        String settings = Files.readString(SETTINGS);
        assertThat(Pattern.compile("`((?:orders|shop)\\.[a-z.-]+)`")
                        .matcher(readme())
                        .results()
                        .map(name -> name.group(1))
                        .filter(name -> !name.equals("orders.failed")))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(settings).contains("\n" + name + "="));
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(SHOP)) {
            return files.filter(Files::isRegularFile).map(ReadmeTest::read).collect(Collectors.joining());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String readme() {
        return read(Path.of("README.md"));
    }

    private static List<String> snippets(String language) {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(readme())
                .results()
                .map(snippet -> snippet.group(1))
                .toList();
    }

    private static String dense(String code) {
        return code.replaceAll("\\s+", "");
    }
}
