/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Camel's generator reads defaults from annotations, and the component from field initialisers. */
class OptionDefaultsTest {

    private static final Path CATALOG = Path.of("src/generated/resources/META-INF/com/cliqtel/camel/cliqtel.json");

    @ParameterizedTest
    @ValueSource(strings = {"properties", "componentProperties"})
    void eachDefaultInTheCatalogIsTheValueOfANewGroup(String kind) throws Exception {
        Set<String> compared = new TreeSet<>();
        for (var option :
                new ObjectMapper().readTree(CATALOG.toFile()).get(kind).properties()) {
            JsonNode group = option.getValue().get("configurationClass");
            if (group != null) {
                String name = option.getKey();
                Class<?> type = Class.forName(group.asText());
                Object value = type.getMethod("get" + Character.toUpperCase(name.charAt(0)) + name.substring(1))
                        .invoke(type.getConstructor().newInstance());
                JsonNode written = option.getValue().get("defaultValue");
                assertThat(value).as(name).isEqualTo(written == null ? null : read(name, written.asText(), value));
                compared.add(name);
            }
        }
        assertThat(compared).hasSizeGreaterThan(35).contains("maxRetries", "maxWait", "webhookPath");
    }

    private static Object read(String name, String text, Object like) {
        if (like instanceof Duration) {
            return DurationText.read(name, text);
        }
        if (like instanceof Integer) {
            return Integer.valueOf(text);
        }
        if (like instanceof Double) {
            return Double.valueOf(text);
        }
        return like instanceof Boolean ? Boolean.valueOf(text) : text;
    }
}
