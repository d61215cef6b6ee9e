/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.cliqtel.camel.text.Estimator;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Language;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class SimpleAccessTest {

    private static final Map<String, Object> MESSAGE = Map.ofEntries(
            Map.entry("id", 42),
            Map.entry("from", "+16625163513"),
            Map.entry("to", "+31612345678"),
            Map.entry("body", "canary"),
            Map.entry("direction", "outbound"),
            Map.entry("status", "delivered"),
            Map.entry("segments", 1),
            Map.entry("cost", 0.0075),
            Map.entry("currency", "USD"),
            Map.entry("carrier", "KPN"),
            Map.entry("created_at", "2026-04-03T10:15:30+00:00"),
            Map.entry("updated_at", "2026-04-03T10:15:31+00:00"),
            Map.entry("number", "+16625163513"),
            Map.entry("country_code", "US"),
            Map.entry("number_type", "local"),
            Map.entry("sms_enabled", true));

    private static Map<String, Object> envelope(String event) {
        return Map.of("event", event, "timestamp", "2026-04-03T10:15:32+00:00", "data", MESSAGE);
    }

    static Stream<Object> bodies() {
        return Stream.of(
                Sms.of(MESSAGE),
                SmsNumber.of(MESSAGE),
                StatusUpdate.of(envelope(StatusUpdate.EVENT)),
                WebhookEvent.of(envelope("sms.other")),
                Estimator.of("canary \u2019"),
                SendSms.of("+31612345678", "canary")
                        .withFrom("+16625163513")
                        .withStatusCallbackUrl("https://a.example"),
                SendSms.ofText("canary").withFromNumberId(11));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void readsEachAccessorByItsName(Object body) throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            Exchange exchange = new DefaultExchange(context);
            exchange.getMessage().setBody(body);
            Language simple = context.resolveLanguage("simple");
            List<Method> accessors = accessors(body.getClass());
            assertThat(accessors).hasSizeGreaterThan(2);
            for (Method accessor : accessors) {
                String expression = "${body." + accessor.getName() + "}";
                assertThat(simple.createExpression(expression).evaluate(exchange, Object.class))
                        .as(expression)
                        .isEqualTo(accessor.invoke(body));
            }
        }
    }

    @Test
    void readsAFieldThatHasNoAccessor() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            Exchange exchange = new DefaultExchange(context);
            exchange.getMessage().setBody(Sms.of(Map.of("id", 42, "network", "canary")));
            assertThat(context.resolveLanguage("simple")
                            .createExpression("${body.json[network]}")
                            .evaluate(exchange, String.class))
                    .isEqualTo("canary");
        }
    }

    private static List<Method> accessors(Class<?> type) {
        return Stream.of(type.getMethods())
                .filter(method -> method.getParameterCount() == 0)
                .filter(method -> method.getDeclaringClass() != Object.class)
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !List.of("toString", "hashCode").contains(method.getName()))
                .toList();
    }
}
