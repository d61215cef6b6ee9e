/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.conversation;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The README shows what is compiled and what is printed. */
class DemonstrationTest {

    @Test
    void printsWhatTheReadmeShows() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Demonstration.to(new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("STOP");
        assertThat(Files.readString(Path.of("README.md"))).contains(out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void readmeSnippetsMatchTheRoutes() throws Exception {
        String routes = compact(Files.readString(
                Path.of("src/main/java/com/cliqtel/camel/examples/conversation/ConversationRoutes.java")));

        assertThat(Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                        .matcher(Files.readString(Path.of("README.md")))
                        .results()
                        .map(snippet -> compact(snippet.group(1))))
                .hasSize(2)
                .allSatisfy(snippet -> assertThat(routes).contains(snippet));
    }

    @Test
    void namesMissingVariables() {
        assertThatThrownBy(() -> ShopApplication.configuration(Map.of("CLIQTEL_API_KEY", "canary-key")))
                .hasMessageMatching("MAIL_[A-Z]+ is missing: .*MAIL_IN, MAIL_OUR.*")
                .hasMessageNotContaining("canary");
    }

    private static String compact(String code) {
        return code.replaceAll("\\s+", "");
    }
}
