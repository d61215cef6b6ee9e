/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.site;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.cliqtel.camel.simulator.account.Direction;
import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.http.Answer;
import com.cliqtel.camel.simulator.http.ReceivedCall;
import com.cliqtel.camel.simulator.webhook.WebhookDelivery;
import com.cliqtel.camel.simulator.webhook.WebhookDelivery.Answered;
import com.cliqtel.camel.simulator.webhook.WebhookDelivery.Failed;

/** Messages, calls and webhooks as JSON objects for the page. */
final class SiteViews {

    private static final Pattern STATUS = Pattern.compile("\"status\": ?\"([a-z_]{1,20})\"");

    private final SecretMask masking;

    SiteViews(SecretMask masking) {
        this.masking = masking;
    }

    /** The other party's number, short code or name. */
    static String phone(Message message) {
        return message.direction() == Direction.OUTBOUND ? message.to() : message.from();
    }

    static Map<String, Object> message(Message message) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", message.id());
        view.put("from", message.from());
        view.put("to", message.to());
        view.put("phone", phone(message));
        view.put("body", message.body());
        view.put("direction", message.direction().word());
        view.put("status", message.status().word());
        view.put("segments", message.segments());
        view.put("cost", message.cost().stripTrailingZeros().toPlainString());
        view.put("currency", message.currency());
        view.put("createdAt", message.createdAt().toString());
        view.put("updatedAt", message.updatedAt().toString());
        view.put("callback", message.statusCallbackUrl());
        return view;
    }

    Map<String, Object> call(ReceivedCall call) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("n", call.number());
        view.put("at", call.at().toString());
        view.put("method", call.method());
        view.put("path", masking.text(call.path()));
        view.put("query", call.query() == null ? null : masking.text(call.query()));
        view.put("status", call.status());
        view.put("millis", call.took().toNanos() / 10_000 / 100.0);
        view.put("remaining", call.remaining());
        view.put("fault", call.fault());
        return view;
    }

    /** With what is only shown when it is asked for; an answer that is not held any more is null. */
    Map<String, Object> whole(ReceivedCall call, Answer answer) {
        Map<String, Object> view = call(call);
        view.put("requestHeaders", masking.headers(call.headers()));
        view.put("requestBody", masking.text(call.body()));
        view.put("answerHeaders", answer == null ? null : answer.headers());
        view.put("answerBody", answer == null ? null : masking.text(answer.body()));
        return view;
    }

    Map<String, Object> webhook(WebhookDelivery webhook) {
        Matcher status = STATUS.matcher(webhook.body());
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("n", webhook.number());
        view.put("at", webhook.at().toString());
        view.put("messageId", webhook.messageId());
        view.put("status", status.find() ? status.group(1) : null);
        view.put("url", masking.text(webhook.url()));
        view.put("attempt", webhook.attempt());
        view.put("forgery", webhook.forgery() == null ? null : webhook.forgery().words());
        view.put("answer", webhook.outcome() instanceof Answered answered ? answered.status() : null);
        view.put("failure", webhook.outcome() instanceof Failed failed ? masking.text(failed.reason()) : null);
        view.put("accepted", webhook.isAccepted());
        return view;
    }

    Map<String, Object> whole(WebhookDelivery webhook) {
        Map<String, Object> view = webhook(webhook);
        view.put("body", masking.text(webhook.body()));
        view.put("signature", webhook.signature());
        return view;
    }
}
