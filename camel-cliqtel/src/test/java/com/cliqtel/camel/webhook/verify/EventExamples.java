/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify;

import java.util.Map;

import com.cliqtel.camel.model.WebhookContent;

/** Events as a webhook brings them. */
public final class EventExamples {

    public WebhookContent report(long id) {
        return report(id, "delivered");
    }

    public WebhookContent report(long id, String status) {
        return WebhookContent.of(Map.of("event", "sms.status_updated", "data", Map.of("id", id, "status", status)));
    }
}
