/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.spi.UriPath;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The generated files that are committed are those that the sources give, and they say what the design says. */
class GeneratedFilesTest {

    private static final Path CATALOG = Path.of("src/generated/resources/META-INF/com/cliqtel/camel/cliqtel.json");

    @Test
    void generatedFilesAreCurrent() {
        Map<String, String> before = files(Path.of("target/generated-before"));
        Set<String> changed = new TreeSet<>();
        files(Path.of("src/generated")).forEach((name, text) -> {
            if (!text.equals(before.get(name))) {
                changed.add(name);
            }
        });
        assertThat(changed)
                .as("files under src/generated that generating anew has changed: commit them")
                .isEmpty();
    }

    @Test
    void everySecretOptionIsMarkedAndHasANameThatCamelMasks() throws IOException {
        JsonNode catalog = new ObjectMapper().readTree(CATALOG.toFile());
        Set<String> secrets = new TreeSet<>();
        for (String kind : new String[] {"properties", "componentProperties"}) {
            catalog.get(kind).properties().forEach(option -> {
                if (option.getValue().get("secret").asBoolean()) {
                    secrets.add(option.getKey());
                }
            });
        }
        assertThat(secrets).containsExactly("apiKey", "webhookVerifyToken");
        secrets.forEach(
                secret -> assertThat(org.apache.camel.util.URISupport.sanitizeUri("cliqtel:send?" + secret + "=canary"))
                        .doesNotContain("canary"));
    }

    @Test
    void everyOptionAndHeaderHasADescription() throws IOException {
        JsonNode catalog = new ObjectMapper().readTree(CATALOG.toFile());
        for (String kind : new String[] {"properties", "componentProperties", "headers"}) {
            catalog.get(kind).properties().forEach(option -> assertThat(
                            option.getValue().get("description").asText())
                    .as(option.getKey())
                    .isNotBlank());
        }
        assertThat(catalog.get("headers").properties())
                .allMatch(header -> header.getKey().startsWith("CamelCliqtel"));
    }

    @Test
    void everyOptionOfAnOperationIsKnownToTheCatalog() throws IOException {
        JsonNode options = new ObjectMapper().readTree(CATALOG.toFile()).get("properties");
        for (CliqtelOperation operation : CliqtelOperation.values()) {
            assertThat(operation.options())
                    .allSatisfy(
                            option -> assertThat(options.has(option)).as(option).isTrue());
        }
    }

    @Test
    void theEndpointNamesEveryOperation() throws NoSuchFieldException {
        UriPath path = CliqtelEndpoint.class.getDeclaredField("operation").getAnnotation(UriPath.class);
        assertThat(path.enums().split(","))
                .containsExactly(Stream.of(CliqtelOperation.values())
                        .map(CliqtelOperation::word)
                        .toArray(String[]::new));
    }

    private static Map<String, String> files(Path root) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            paths.filter(Files::isRegularFile)
                    .forEach(path -> files.put(root.relativize(path).toString(), text(path)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return files;
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
