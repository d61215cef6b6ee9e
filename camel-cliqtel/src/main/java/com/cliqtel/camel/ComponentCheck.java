/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import com.cliqtel.camel.account.ApiKeys;
import com.cliqtel.camel.send.AllowedRecipients;
import com.cliqtel.camel.send.SenderCheck;
import com.cliqtel.camel.webhook.WebhookUrl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks the component's options at its start, so that a wrong one fails the start and not the first message. Internal. */
public final class ComponentCheck {

    private static final Logger LOG = LoggerFactory.getLogger(CliqtelComponent.class);

    private ComponentCheck() {}

    /** @throws IllegalArgumentException when an option is wrong; the message names it and what is allowed */
    static void check(CliqtelComponentOptions component) {
        if (component.getApiKey() != null && !component.getApiKey().isEmpty()) {
            ApiKeys.checked("apiKey", component.getApiKey());
        }
        if (component.getWebhookVerifyToken() != null) {
            ApiKeys.several("webhookVerifyToken", component.getWebhookVerifyToken());
        }
        refuseQuotes(component);
        SenderCheck.check(component.getFrom(), component.getDefaultRegion());
        AllowedRecipients.of(component.getAllowedRecipients());
        WebhookUrl.check(component);
        durations(component);
    }

    private static void refuseQuotes(CliqtelComponentOptions component) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("baseUrl", component.getBaseUrl());
        texts.put("from", component.getFrom());
        texts.put("to", component.getTo());
        texts.put("statusCallbackUrl", component.getStatusCallbackUrl());
        texts.put("allowedCallbackHosts", component.getAllowedCallbackHosts());
        texts.put("allowedRecipients", component.getAllowedRecipients());
        texts.put("webhookExternalUrl", component.getWebhookExternalUrl());
        texts.put("webhookPath", component.getWebhookPath());
        texts.forEach((option, text) -> {
            if (text != null && ApiKeys.isQuoted(text)) {
                throw new IllegalArgumentException(option
                        + " is in quotes, which .properties files keep as a part of the value. Remove the quotes");
            }
        });
    }

    private static void durations(CliqtelComponentOptions component) {
        Map<String, Duration> durations = new LinkedHashMap<>();
        durations.put("maxWait", component.getMaxWait());
        durations.put("requestTimeout", component.getRequestTimeout());
        durations.put("connectTimeout", component.getConnectTimeout());
        durations.put("settlingTime", component.getSettlingTime());
        durations.values().removeIf(Objects::isNull);
        durations.forEach((option, duration) -> {
            if (duration.isNegative()) {
                throw new IllegalArgumentException(
                        option + " is " + duration + ": a duration such as 30s was expected");
            }
            if (!duration.isZero() && duration.compareTo(Duration.ofSeconds(1)) < 0) {
                LOG.warn(
                        "{} is {} ms, which is less than a second. A number without a unit is in milliseconds: write a unit, such as 30s",
                        option,
                        duration.toMillis());
            }
        });
    }
}
