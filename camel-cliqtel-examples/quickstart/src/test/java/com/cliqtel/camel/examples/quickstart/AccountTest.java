/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.examples.quickstart;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the environment makes of the account. */
class AccountTest {

    private static final Map<String, String> REAL =
            Map.of("CLIQTEL_API_KEY", "canary-key", "CLIQTEL_FROM", "+16625163513", "CLIQTEL_TO", "+31612345678");

    @Test
    void usesNoRealAccountByDefault() {
        assertThat(Account.in(Map.of())).isEmpty();
        assertThat(Account.in(Map.of("CLIQTEL_WEBHOOK_EXTERNAL_URL", "https://example.com")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLIQTEL_API_KEY", "CLIQTEL_FROM", "CLIQTEL_TO"})
    void rejectsAnIncompleteAccountAndNamesTheMissingVariables(String name) {
        Map<String, String> environment = new HashMap<>(REAL);
        environment.put(name, " ");

        assertThatThrownBy(() -> Account.in(environment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(name + " missing")
                .hasMessageNotContaining("canary");
    }

    @Test
    void requestsNoWebhookWithoutAnExternalAddress() {
        Account account = Account.in(REAL).orElseThrow();

        assertThat(account.webhooks().reachable()).isFalse();
        assertThat(account.configuration())
                .containsEntry("camel.component.cliqtel.base-url", "https://cliqtel.com/api/v1/sms")
                .containsEntry("camel.component.cliqtel.api-key", "canary-key")
                .containsEntry("sms.from", "+16625163513")
                .containsEntry("sms.to", "+31612345678")
                .containsEntry("camel.server.host", "127.0.0.1")
                .doesNotContainKey("camel.component.cliqtel.status-callback-url");
    }

    @Test
    void listensOnTheGivenPortWithAnExternalAddress() {
        Account account = Account.in(with(Map.of(
                        "CLIQTEL_WEBHOOK_EXTERNAL_URL", "https://sms.example.com/", "CLIQTEL_WEBHOOK_PORT", "9090")))
                .orElseThrow();

        assertThat(account.webhooks()).isEqualTo(new WebhookAddress("0.0.0.0", 9090, "https://sms.example.com"));
        assertThat(account.configuration())
                .containsEntry("camel.server.port", "9090")
                .containsEntry(
                        "camel.component.cliqtel.status-callback-url", "https://sms.example.com/cliqtel/webhook");
    }

    @Test
    void listensOnPort8080ByDefault() {
        assertThat(Account.in(with(Map.of("CLIQTEL_WEBHOOK_EXTERNAL_URL", "https://sms.example.com")))
                        .orElseThrow()
                        .webhooks()
                        .port())
                .isEqualTo(8080);
        assertThatThrownBy(() -> Account.in(with(Map.of(
                        "CLIQTEL_WEBHOOK_EXTERNAL_URL", "https://sms.example.com", "CLIQTEL_WEBHOOK_PORT", "http"))))
                .hasMessage("CLIQTEL_WEBHOOK_PORT is no port: http");
    }

    @Test
    void toStringHidesTheKey() {
        assertThat(Account.in(REAL).orElseThrow().toString()).doesNotContain("canary", "+31612345678");
    }

    private static Map<String, String> with(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(REAL);
        environment.putAll(more);
        return environment;
    }
}
