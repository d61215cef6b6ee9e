/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.webhook;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a webhook is forged from a genuine one without the secret. */
public enum Forgery {

    /** The genuine signature over another body: it has another status, or one more field if it has no status. */
    OTHER_CONTENT {
        @Override
        OutgoingWebhook of(OutgoingWebhook genuine) {
            return forged(genuine, otherContent(genuine.body()), genuine.signature());
        }
    },

    /** The genuine body, and of its signature all but the last digit. */
    WRONG_SIGNATURE {
        @Override
        OutgoingWebhook of(OutgoingWebhook genuine) {
            String right = genuine.signature();
            int last = right.length() - 1;
            return forged(genuine, genuine.body(), right.substring(0, last) + (right.charAt(last) == '0' ? '1' : '0'));
        }
    },

    /** The genuine body without a signature. */
    UNSIGNED {
        @Override
        OutgoingWebhook of(OutgoingWebhook genuine) {
            return forged(genuine, genuine.body(), "");
        }
    };

    private static final Pattern STATUS = Pattern.compile("(\"status\": ?\")(queued|sent|delivered|failed)(?=\")");

    /**
     * What it is, for people.
     *
     * @return such as {@code wrong signature}
     */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The same to the same receiver, forged. */
    abstract OutgoingWebhook of(OutgoingWebhook genuine);

    OutgoingWebhook forged(OutgoingWebhook genuine, String body, String signature) {
        return new OutgoingWebhook(genuine.messageId(), genuine.url(), body, signature, this);
    }

    private static String otherContent(String body) {
        Matcher status = STATUS.matcher(body);
        if (status.find()) {
            return status.replaceFirst(status.group(2).equals("delivered") ? "$1failed" : "$1delivered");
        }
        // a blank more would be another body, but parsed and stringified it would be the same
        return body.startsWith("{") && !body.startsWith("{}")
                ? "{\"forged\":true," + body.substring(1)
                : "{\"forged\":true}";
    }
}
