/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.springboot;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.cliqtel.camel.CliqtelComponent;
import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.error.CliqtelRejectedException;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;

/** What application.yml, properties and variables of the environment say, in every form that Spring Boot reads. */
@ExtendWith(OutputCaptureExtension.class)
class ConfigurationFileTest {

    private static final String ACCOUNT = """
            camel.component.cliqtel:
              api-key: some-key
              from: "+16625163513"
              dry-run: true
            """;

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    CamelAutoConfiguration.class,
                    CliqtelComponentConverter.class,
                    CliqtelLedgerAutoConfiguration.class,
                    CliqtelComponentAutoConfiguration.class));

    private void with(String yaml, Consumer<AssertableApplicationContext> check) {
        application
                .withInitializer(context -> load(context.getEnvironment(), yaml))
                .run(context -> {
                    if (context.getStartupFailure() == null) {
                        context.getBean(CamelContext.class).getComponent("cliqtel");
                    }
                    check.accept(context);
                });
    }

    private static void load(ConfigurableEnvironment environment, String yaml) {
        try {
            for (PropertySource<?> source : new YamlPropertySourceLoader()
                    .load("application.yml", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)))) {
                environment.getPropertySources().addFirst(source);
            }
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private void withAccountAnd(String options, Consumer<AssertableApplicationContext> check) {
        with(ACCOUNT + options.indent(2), check);
    }

    private static Exception send(AssertableApplicationContext context, String to) {
        return context.getBean(CamelContext.class)
                .createFluentProducerTemplate()
                .to("cliqtel:send")
                .withBody("canary text")
                .withHeader(CliqtelConstants.TO, to)
                .request(Exchange.class)
                .getException();
    }

    private static CliqtelComponent component(AssertableApplicationContext context) {
        return context.getBean(CamelContext.class).getComponent("cliqtel", CliqtelComponent.class);
    }

    private void assertRefused(String yaml, CapturedOutput log, String... words) {
        application
                .withInitializer(context -> load(context.getEnvironment(), yaml))
                .run(context -> {
                    Throwable failure = context.getStartupFailure();
                    if (failure == null) {
                        failure = org.assertj.core.api.Assertions.catchThrowable(
                                () -> context.getBean(CamelContext.class).getEndpoint("cliqtel:send"));
                    }
                    StringBuilder shown = new StringBuilder();
                    for (Throwable each = failure; each != null; each = each.getCause()) {
                        shown.append(each).append('\n');
                    }
                    assertThat(shown.toString()).contains(words).doesNotContain("canary");
                });
        assertThat(log.getAll()).doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "allowed-recipients: \"+31612345678, +4915*\"",
                "allowed-recipients: [\"+31612345678\", \"+4915*\"]",
                "allowedRecipients: [\"+31612345678\", \"+4915*\"]",
                "allowed-recipients:\n  - \"+31612345678\"\n  - \"+4915*\"",
                "allowed-recipients:\n  - \"+31612345678,+4915*\"",
                "\"allowed-recipients[0]\": \"+31612345678\"\n\"allowed-recipients[1]\": \"+4915*\"",
                "allowed_recipients: [\"\\\\+3161234567[0-9]\", \"\\\\+49151[0-9]+\"]"
            })
    void recipientsAreHeldToInEveryForm(String options) {
        withAccountAnd(options, context -> {
            assertThat(context).hasNotFailed();
            assertThat(send(context, "+31612345678")).isNull();
            assertThat(send(context, "+31687654321"))
                    .isInstanceOf(CliqtelRejectedException.class)
                    .hasMessageContaining("allowedRecipients");
        });
    }

    @Test
    void hostsAreReadFromAList() {
        withAccountAnd("allowed-callback-hosts:\n  - a.example.com\n  - b.example.com", context -> assertThat(
                        component(context).getSend().getAllowedCallbackHosts())
                .isEqualTo("a.example.com,b.example.com"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"allowed-recipients: []", "allowed-recipients: \"\"", "allowed-recipients: [+31612345678]"})
    void aListThatAllowsNothingIsRefused(String options, CapturedOutput log) {
        assertRefused(ACCOUNT + options.indent(2), log, "allowedRecipients");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "from: [canary, canary] | from[0]",
                "api-key: [canary] | api-key[0]",
                "webhook-verify-token: [canary, canary] | webhook-verify-token[0]",
                "base-url: {first: canary} | base-url.first",
                "max-wait: [30s] | max-wait[0]",
                "allowed-recipients: {first: canary} | allowed-recipients.first"
            })
    void aListOrGroupThatSpringWouldDropIsRefused(String options, String named, CapturedOutput log) {
        assertRefused(
                "camel.component.cliqtel:\n" + options.indent(2),
                log,
                "camel.component.cliqtel." + named,
                "takes one value");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "allowed-recipient: canary",
                "apikey2: canary",
                "webhook-secret: canary",
                "api.key: canary",
                "statuses: canary"
            })
    void aPropertyThatTheComponentDoesNotHaveIsRefused(String options, CapturedOutput log) {
        assertRefused(ACCOUNT + options.indent(2), log, "is not a property of the component");
    }

    @ParameterizedTest
    @CsvSource({
        "CAMEL_COMPONENT_CLIQTEL_MAX_WAIT, 7s, true",
        "CAMEL_COMPONENT_CLIQTEL_MAXWAIT, 7s, true",
        "CAMEL_COMPONENT_CLIQTEL_ALLOWED_RECIPIENTS_0, +31612345678, true",
        "CAMEL_COMPONENT_CLIQTEL_HTTP_PROXYHOST, 127.0.0.1, true",
        "CAMEL_COMPONENT_CLIQTEL_CUSTOMIZER_ENABLED, true, true",
        "CAMEL_COMPONENT_CLIQTEL_ALLOWED_RECIPIENT, canary, false",
        "CAMEL_COMPONENT_CLIQTEL_API_KEY_0, canary, false"
    })
    void variablesAreCheckedToo(String variable, String value, boolean taken) {
        application
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .replace(
                                "systemEnvironment",
                                new SystemEnvironmentPropertySource("systemEnvironment", Map.of(variable, value))))
                .run(context -> {
                    if (taken) {
                        assertThat(context).hasNotFailed();
                    } else {
                        assertThat(context).hasFailed();
                        assertThat(context.getStartupFailure()).hasStackTraceContaining("camel.component.cliqtel.");
                    }
                });
    }

    @Test
    void recipientsInVariablesAreHeldTo() {
        application
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .replace(
                                "systemEnvironment",
                                new SystemEnvironmentPropertySource(
                                        "systemEnvironment",
                                        Map.of(
                                                "CAMEL_COMPONENT_CLIQTEL_ALLOWED_RECIPIENTS_0", "+31612345678",
                                                "CAMEL_COMPONENT_CLIQTEL_ALLOWED_RECIPIENTS_1", "+4915*"))))
                .run(context -> assertThat(component(context).getSend().getAllowedRecipients())
                        .isEqualTo("+31612345678,+4915*"));
    }

    @ParameterizedTest
    @CsvSource({
        "api-key: \"canary{{key\"",
        "api-key: \"canary{{key}}\"",
        "webhook-verify-token: \"{{canary}}\"",
        "webhook-verify-token: \"#bean:canary\"",
        "api-key: 'RAW(RAW(canary))'",
        "api-key: \"\\\"canary\\\"\"",
        "api-key: \"canary\\n\"",
        "api-key: Bearer canary",
    })
    void aSecretThatCannotBeUsedIsRefusedUnshown(String options, CapturedOutput log) {
        String name = options.startsWith("api-key") ? "apiKey" : "webhookVerifyToken";
        assertRefused("camel.component.cliqtel:\n" + options.indent(2), log, name + " ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "api-key: \"canary${key}\" | canary${key}",
                "api-key: \"#canary\" | #canary",
                "api-key: RAW(a+b) | a+b",
                "api-key: \"{{sms.key}}\" | canary-key",
                "api-key: \"canary}}\" | canary}}"
            })
    void aSecretIsUsedAsItIsMeant(String options, String meant) {
        with("sms.key: canary-key\ncamel.component.cliqtel:\n" + options.indent(2), context -> assertThat(
                        component(context).getConnection().getApiKey())
                .isEqualTo(meant));
    }

    @ParameterizedTest
    @CsvSource({"from: +16625163513", "from: 16625163513", "from: 1.6625163513E10", "from: 1e999"})
    void aSenderThatYamlHasReadAsANumberIsRefused(String options, CapturedOutput log) {
        assertRefused("camel.component.cliqtel:\n  api-key: some-key\n  " + options, log, "from is ", "in quotes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"max-wait: forever", "request-timeout: 10x", "webhook-max-age: abc", "max-segments: two"})
    void aDurationOrNumberThatCannotBeReadIsRefused(String options, CapturedOutput log) {
        String name = options.replaceAll(":.*", "");
        assertRefused("camel.component.cliqtel:\n  " + options, log, name);
    }

    @Test
    void aDurationBelowASecondIsWarnedAbout(CapturedOutput log) {
        for (String each : List.of("max-wait", "request-timeout", "connect-timeout", "settling-time")) {
            withAccountAnd(each + ": 30", context -> {
                context.getBean(CamelContext.class).getEndpoint("cliqtel:send");
                assertThat(log.getAll()).contains(" is 30 ms, which is less than a second");
            });
        }
    }
}
