/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.time.Duration;
import java.time.Instant;

import com.cliqtel.camel.client.WaitBudget;
import com.cliqtel.camel.error.Outcome;
import com.cliqtel.camel.text.MessageText;
import com.cliqtel.camel.text.PhoneNumber;
import com.cliqtel.camel.wire.Sender;
import com.cliqtel.camel.wire.Submission;

/** Orders and what is known of them, for tests. */
final class SendOrders {

    static final Instant TIME = Instant.parse("2026-04-03T10:15:30Z");
    static final PhoneNumber FROM = new PhoneNumber("+16625163513");
    static final PhoneNumber TO = new PhoneNumber("+31612345678");
    static final String TEXT = "canary text";

    private SendOrders() {}

    static Submission submission(String text) {
        return new Submission(new Sender.Number(FROM), TO, new MessageText(text), null);
    }

    static Fingerprint fingerprint(String text) {
        return Fingerprint.of(submission(text));
    }

    static SendOrder order(String text, String key) {
        return new SendOrder(submission(text), key, new UnsettledSends(), WaitBudget.of(Duration.ofSeconds(10)));
    }

    static UnsettledSend unsettled(Outcome outcome) {
        return new UnsettledSend(new FirstAttemptTime.Here(TIME), TIME.plusSeconds(1), outcome);
    }
}
