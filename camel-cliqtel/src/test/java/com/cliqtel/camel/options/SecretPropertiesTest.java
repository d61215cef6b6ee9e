/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.options;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.account.AllowedHttpOptions;
import com.cliqtel.camel.fixture.LogCapture;
import com.cliqtel.camel.fixture.StartedMain;
import org.apache.camel.console.DevConsole;
import org.apache.camel.console.DevConsoleRegistry;
import org.apache.camel.util.SensitiveUtils;
import org.apache.camel.util.URISupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Secrets in properties of Camel Main: shown nowhere, and refused where a file or Camel has turned them into something else. */
class SecretPropertiesTest {

    private static String shownBy(Throwable failure) {
        StringBuilder shown = new StringBuilder();
        for (Throwable each = failure; each != null; each = each.getCause()) {
            shown.append(each).append('\n');
        }
        return shown.toString();
    }

    private static void assertRefused(Map<String, String> properties, String... words) {
        Map<String, String> all = new HashMap<>(Map.of("apiKey", "some-api-key"));
        all.putAll(properties);
        assertThatThrownBy(() -> StartedMain.with(all).close())
                .satisfies(failure ->
                        assertThat(shownBy(failure)).doesNotContain("canary").contains(words));
    }

    @Test
    void camelMasksTheNamesOfAllSecrets() throws Exception {
        for (String secret : List.of("apiKey", "webhookVerifyToken", "http.proxyAuthPassword")) {
            assertThat(SensitiveUtils.containsSensitive("camel.component.cliqtel." + secret))
                    .as(secret)
                    .isTrue();
        }
    }

    @Test
    void theSummaryAndTheConsolesOfCamelShowNoSecret() throws Exception {
        try (LogCapture lines = LogCapture.of("org.apache.camel.main.BaseMainSupport");
                StartedMain main = StartedMain.with(Map.of(
                        "apiKey", "canary-api-key",
                        "webhook-verify-token", "canary-new-key,canary-old-key",
                        "http.proxyHost", "127.0.0.1",
                        "http.proxyPort", "3128",
                        "http.proxyAuthUsername", "canary-user",
                        "http.proxyAuthPassword", "canary-password",
                        ":camel.main.devConsoleEnabled", "true"))) {
            assertThat(lines.containing("camel.component.cliqtel.webhookVerifyToken = xxxxxx"))
                    .hasSize(1);
            assertThat(lines.containing("canary")).isEmpty();
            DevConsoleRegistry consoles =
                    main.context().getCamelContextExtension().getContextPlugin(DevConsoleRegistry.class);
            for (String console : List.of("properties", "main-configuration", "cliqtel", "endpoint", "context")) {
                DevConsole shown = consoles.resolveById(console);
                assertThat(shown.call(DevConsole.MediaType.TEXT).toString())
                        .as(console)
                        .doesNotContain("canary");
            }
            assertThat(consoles.resolveById("properties")
                            .call(DevConsole.MediaType.TEXT)
                            .toString())
                    .contains("webhook-verify-token = xxxxxx");
            assertThat(main.component().getConnection().getHttp())
                    .containsEntry("proxyAuthPassword", "canary-password");
        }
    }

    @Test
    void camelMasksTheKeysInEndpointUris() {
        assertThat(
                        URISupport.sanitizeUri(
                                "cliqtel:webhook?webhookVerifyToken=RAW(canary,canary)&http.proxyAuthPassword=canary&dropStale=true"))
                .doesNotContain("canary")
                .contains("dropStale=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http[proxyAuthPassword]", "http[proxyAuthUsername]", "http[proxy-auth-password]"})
    void aPasswordInBracketsIsRefusedBecauseCamelWouldShowIt(String property) {
        assertRefused(Map.of(property, "canary"), "write a dot instead of the brackets");
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhookVerifyToken[0]", "webhook-verify-token[1]", "apiKey[0]", "apiKey.first"})
    void aSecretWithAnIndexIsRefusedBecauseCamelWouldShowIt(String property) {
        assertRefused(Map.of(property, "canary"), "is not a property of the component");
    }

    @ParameterizedTest
    @CsvSource({
        "apiKey, canary{{key",
        "apiKey, canary{{key}}",
        "apiKey, canary}}{{",
        "webhookVerifyToken, '{{canary'",
        "webhook-verify-token, '{{canary.key}}'",
        "apiKey, '{{env:CANARY_canary}}'"
    })
    void aSecretWithAPlaceholderThatCannotBeResolvedIsRefusedUnshown(String property, String value) {
        assertRefused(Map.of(property, value), "camel.component.cliqtel.", "contains {{");
    }

    @ParameterizedTest
    @CsvSource({
        "apiKey, #autowired",
        "apiKey, #bean:canary",
        "webhookVerifyToken, #class:canary.Key",
        "apiKey, #property:canary",
        "apiKey, #type:canary"
    })
    void aSecretThatLooksLikeABeanIsRefusedUnshown(String property, String value) {
        assertRefused(Map.of(property, value), "camel.component.cliqtel." + property, "begins with #");
    }

    @Test
    void aSecretThatBeginsWithAHashIsUsedAsItIs() throws Exception {
        try (StartedMain main = StartedMain.with(Map.of("apiKey", "#canary"))) {
            assertThat(main.component().getConnection().getApiKey()).isEqualTo("#canary");
        }
    }

    @Test
    void aSecretInAPropertyOfItsOwnIsRead() throws Exception {
        try (StartedMain main =
                StartedMain.with(Map.of("apiKey", "{{shop.password}}", ":shop.password", "canary-$key${x}"))) {
            assertThat(main.component().getConnection().getApiKey()).isEqualTo("canary-$key${x}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "apiKey, RAW(canary+key), canary+key",
        "apiKey, RAW{canary)key}, canary)key",
        "webhookVerifyToken, RAW(canary), canary"
    })
    void rawIsTakenOffASecret(String property, String written, String meant) throws Exception {
        try (StartedMain main = StartedMain.with(Map.of("webhookPath", "/x", property, written))) {
            assertThat(
                            property.equals("apiKey")
                                    ? main.component().getConnection().getApiKey()
                                    : main.component().getWebhook().getWebhookVerifyToken())
                    .isEqualTo(meant);
        }
    }

    @Test
    void rawIsTakenOffEveryOtherOption() throws Exception {
        try (StartedMain main = StartedMain.with(Map.of(
                "apiKey", "some-api-key",
                "baseUrl", "RAW(https://cliqtel.example/api)",
                "from", "RAW(+16625163513)",
                "allowedRecipients", "RAW(\\+316.*)",
                "maxWait", "RAW(7s)",
                "maxRetries", "RAW(2)",
                "http.proxyHost", "127.0.0.1",
                "http.proxyPort", "RAW(3128)"))) {
            CliqtelComponent component = main.component();
            assertThat(component.getConnection().getBaseUrl()).isEqualTo("https://cliqtel.example/api");
            assertThat(component.getAddress().getFrom()).isEqualTo("+16625163513");
            assertThat(component.getSend().getAllowedRecipients()).isEqualTo("\\+316.*");
            assertThat(component.getRetry().getMaxWait()).hasSeconds(7);
            assertThat(component.getRetry().getMaxRetries()).isEqualTo(2);
            assertThat(AllowedHttpOptions.allowed(component.getConnection().getHttp())
                            .get("proxyPort"))
                    .hasToString("3128");
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "apiKey | \"canary\" | is in quotes",
                "webhookVerifyToken | 'canary' | is in quotes",
                "baseUrl | \"https://cliqtel.example\" | is in quotes",
                "from | '+16625163513' | is in quotes",
                "allowedRecipients | \"+31612345678\" | is in quotes",
                "apiKey | Bearer canary | begins with the word Bearer",
                "apiKey | bearer canary | begins with the word Bearer",
                "apiKey | ` canary` | has a blank at its beginning or end",
                "apiKey | `canary\n` | ends with a line break",
                "webhookVerifyToken | `canary-key\r\n` | ends with a line break",
                "apiKey | 1.6625163513E10 | in quotes in YAML",
                "apiKey | Infinity | in quotes in YAML",
                "apiKey | true | in quotes in YAML",
                "webhookVerifyToken | canary-new-key,short | fewer than 8 characters",
                "from | 16625163513 | write it in quotes",
                "from | 1.6625163513E10 | write it in quotes",
                "from | Infinity | write it in quotes"
            },
            delimiter = '|')
    void whatAFileHasTurnedIntoSomethingElseIsRefusedAtStart(String property, String value, String words) {
        assertRefused(Map.of(property, value), property + " ", words);
    }

    @Test
    void whatJavaSetsIsCheckedToo() throws Exception {
        try (StartedMain main = StartedMain.with(Map.of())) {
            CliqtelComponent component = new CliqtelComponent();
            component.getConnection().setApiKey("RAW(canary)");
            component.setCamelContext(main.context());
            assertThatThrownBy(component::start).hasStackTraceContaining("apiKey is written as RAW(...)");
        }
    }

    @Test
    void anAllDigitSenderOfAnEndpointIsRefusedWhereItIsWritten() throws Exception {
        try (StartedMain main = StartedMain.with(Map.of("apiKey", "some-api-key"))) {
            assertThatThrownBy(() -> main.endpoint("cliqtel:send?from=16625163513"))
                    .hasStackTraceContaining("from is *******3513");
            assertThat(main.endpoint("cliqtel:send?from=2025550123&defaultRegion=US"))
                    .isNotNull();
        }
    }
}
