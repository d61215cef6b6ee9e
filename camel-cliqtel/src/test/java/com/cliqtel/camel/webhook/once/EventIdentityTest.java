/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.once;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.cliqtel.camel.model.StatusUpdate;
import com.cliqtel.camel.model.WebhookContent;
import com.cliqtel.camel.wire.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which webhooks are one event, and which never are. */
class EventIdentityTest {

    private static final String REPORT =
            "{\"event\":\"sms.status_updated\",\"data\":{\"id\":42,\"from\":\"+16625163513\","
                    + "\"status\":\"sent\",\"cost\":0.008,\"updated_at\":\"2026-04-03T10:15:33+00:00\"},"
                    + "\"timestamp\":\"2026-04-03T10:15:33+00:00\"}";

    private static String of(String json) {
        WebhookContent content = WebhookContent.of(Json.read(json.getBytes(StandardCharsets.UTF_8)));
        return EventIdentity.of(content, content instanceof StatusUpdate report ? EventIdentity.ofMessage(report) : "");
    }

    private static String changed(String from, String to) {
        String changed = REPORT.replace(from, to);
        assertThat(changed).isNotEqualTo(REPORT);
        return changed;
    }

    @Test
    void anotherAttemptAnotherWritingAndANewFieldAreTheSameReport() {
        for (String same : List.of(
                changed("\"timestamp\":\"2026-04-03T10:15:33+00:00\"", "\"timestamp\":\"2026-04-03T11:00:00+00:00\""),
                changed("\"updated_at\":\"2026-04-03T10:15:33+00:00\"", "\"updated_at\":\"2026-04-03T12:15:33+02:00\""),
                changed("\"id\":42", "\"id\":\"42\""),
                changed("0.008", "0.0080"),
                changed("\"cost\"", "\"carrier\":\"x\",\"cost\""))) {
            assertThat(of(same)).as(same).isEqualTo(of(REPORT));
        }
    }

    @Test
    void anotherMessageStatusTimeOrSenderIsAnotherReport() {
        Set<String> identities = new LinkedHashSet<>(Stream.of(
                        REPORT,
                        changed("42", "43"),
                        changed("\"sent\"", "\"delivered\""),
                        changed("\"sent\"", "\"Sent\""),
                        changed("\"updated_at\":\"2026-04-03T10:15:33", "\"updated_at\":\"2026-04-03T10:15:34"),
                        changed("+16625163513", "+16315950406"))
                .map(EventIdentityTest::of)
                .toList());
        assertThat(identities).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",\"updated_at\":\"2026-04-03T10:15:33+00:00\"",
                "2026-04-03T10:15:33+00:00\"},",
                "\"status\":\"sent\",",
            })
    void withoutATimeOrAStatusOnlyWhatIsTheSameInAllItSaysIsTheSame(String missing) {
        String without = changed(missing, missing.endsWith("},") ? "soon\"}," : "");
        String later = without.replace("\"timestamp\":\"2026-04-03T10:15:33", "\"timestamp\":\"2026-04-03T10:15:34");
        assertThat(later).isNotEqualTo(without);
        assertThat(of(later)).isNotEqualTo(of(without));
        assertThat(of(without + " ")).isEqualTo(of(without));
    }

    @Test
    void anyTextHasAnIdentity() {
        assertThat(of("{\"event\":\"x\",\"data\":\"\\ud800\"}")).isNotEqualTo(of("{\"event\":\"x\",\"data\":\"?\"}"));
        assertThat(of(changed("\"sent\"", "\"\\udc00\""))).isNotEqualTo(of(changed("\"sent\"", "\"?\"")));
    }
}
