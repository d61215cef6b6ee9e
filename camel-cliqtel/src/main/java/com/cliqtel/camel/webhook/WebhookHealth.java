/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook;

import java.util.Map;

import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.util.URISupport;

/**
 * Camel's health check of a webhook consumer. It shows the number of webhooks per answer and the time of the last accepted one.
 *
 * <p>Requests never turn it down, since they may be forged, and a node that is down gets no request that could turn it up.
 * Thread-safe.
 */
final class WebhookHealth implements HealthCheck {

    private final CliqtelWebhookConsumer consumer;
    private volatile boolean enabled = true;

    WebhookHealth(CliqtelWebhookConsumer consumer) {
        this.consumer = consumer;
    }

    @Override
    public String getId() {
        return "consumer:" + consumer.getRouteId();
    }

    @Override
    public String getGroup() {
        return "camel";
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    @Override
    public Result call(Map<String, Object> options) {
        HealthCheckResultBuilder result = HealthCheckResultBuilder.on(this)
                .detail(CHECK_KIND, Kind.READINESS)
                .detail(
                        ENDPOINT_URI,
                        URISupport.sanitizeUri(consumer.getEndpoint().getEndpointUri()));
        if (!enabled) {
            return result.unknown()
                    .message("Disabled")
                    .detail(CHECK_ENABLED, false)
                    .build();
        }
        consumer.lastAccepted().ifPresent(time -> result.detail("cliqtel.webhook.accepted.time", time.toString()));
        consumer.getAnswers().forEach((answer, count) -> {
            if (count > 0) {
                result.detail("cliqtel.webhook." + answer, count);
            }
        });
        return result.up().build();
    }
}
