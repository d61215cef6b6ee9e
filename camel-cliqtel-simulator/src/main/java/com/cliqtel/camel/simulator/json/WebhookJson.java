/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.json;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.account.Refusal;

/** Writes what a webhook carries (reference: Delivery Status Webhooks): neither the text nor the carrier. */
public final class WebhookJson {

    private WebhookJson() {}

    /**
     * The report that a message's status has changed.
     *
     * @param message as it is after the change
     * @return the payload, without a blank outside texts, as {@code JSON.stringify} would write it
     */
    public static String statusUpdated(Message message) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", message.id());
        data.put("from", message.from());
        data.put("to", message.to());
        data.put("direction", message.direction().word());
        data.put("status", message.status().word());
        data.put("segments", message.segments());
        data.put("cost", Json.number(message.cost()));
        data.put("currency", message.currency());
        data.put("created_at", ApiTimes.write(message.createdAt()));
        data.put("updated_at", ApiTimes.write(message.updatedAt()));
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("event", "sms.status_updated");
        event.put("data", data);
        event.put("timestamp", ApiTimes.write(message.updatedAt()));
        return Json.write(event);
    }

    /**
     * The status that a payload reports.
     *
     * @param payload in any writing
     * @return empty when it reports none, or is no JSON
     */
    public static String status(String payload) {
        try {
            return Json.read(payload.getBytes(StandardCharsets.UTF_8))
                    .path("data")
                    .path("status")
                    .asText();
        } catch (Refusal e) {
            return "";
        }
    }
}
