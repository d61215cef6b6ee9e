/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.springboot;

import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;

/**
 * Masks the component's secrets, in whatever spelling their properties are written, the passwords for its proxy and keystores, and
 * all properties of its data source, which Actuator lists and which may contain a password. It also masks every other property
 * that holds one of the secrets, such as the variable of the environment that it came from.
 */
final class SecretMask implements SanitizingFunction {

    private static final Pattern SECRET =
            Pattern.compile("camelcomponentcliqtel(apikey|webhookverifytoken|http.*password.*|datasource.+)");

    private final Supplier<CliqtelComponentConfiguration> configuration;

    /** @param configuration null where there is none */
    SecretMask(Supplier<CliqtelComponentConfiguration> configuration) {
        this.configuration = configuration;
    }

    @Override
    public SanitizableData apply(SanitizableData data) {
        return isSecret(data.getKey()) || holdsSecret(data.getValue()) ? data.withSanitizedValue() : data;
    }

    private static boolean isSecret(String key) {
        return key != null
                && SECRET.matcher(key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""))
                        .matches();
    }

    private boolean holdsSecret(Object value) {
        CliqtelComponentConfiguration component = configuration.get();
        return value != null
                && component != null
                && Stream.of(component.getApiKey(), component.getWebhookVerifyToken())
                        .filter(Objects::nonNull)
                        .flatMap(secret -> Stream.concat(Stream.of(secret), Stream.of(secret.split(","))))
                        .filter(secret -> !secret.isEmpty())
                        .anyMatch(value.toString()::equals);
    }
}
