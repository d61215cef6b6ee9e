/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.reconcile;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

import com.cliqtel.camel.error.Outcome;

/**
 * What the ledger holds of an SMS with a key: how far it came, when, from whom, for whom, and a hash of its text. Read by
 * people too, who look into the table: words between blanks.
 */
sealed interface SendRecord {

    /** Which SMS: its sender, its recipient, and the hash of its text. */
    String sms();

    /** What is known of it when its claim has come to no end; empty when it was sent. */
    Optional<Unsettled> unsettled(Instant now);

    /** Being sent. */
    record Open(Beginning began, String sms) implements SendRecord {
        /** Whoever held it may have sent it up to now. */
        @Override
        public Optional<Unsettled> unsettled(Instant now) {
            return Optional.of(new Unsettled(began, now, Outcome.UNKNOWN));
        }

        @Override
        public String toString() {
            return "open " + began + " " + sms;
        }
    }

    /** Sent, or perhaps not. */
    record Unknown(Unsettled known, String sms) implements SendRecord {
        @Override
        public Optional<Unsettled> unsettled(Instant now) {
            return Optional.of(known);
        }

        @Override
        public String toString() {
            return (known.isAccepted() ? "accepted " : "unknown ") + known.began() + " " + known.unknownSince() + " "
                    + sms;
        }
    }

    /** Sent, as the message with this id. */
    record Sent(long id, String sms) implements SendRecord {
        @Override
        public Optional<Unsettled> unsettled(Instant now) {
            return Optional.empty();
        }

        @Override
        public String toString() {
            return "sent " + id + " " + sms;
        }
    }

    static String sms(Fingerprint fingerprint) {
        return fingerprint.senderText() + " " + fingerprint.to().e164() + " " + fingerprint.textHash();
    }

    /** Reads what {@code toString} wrote; empty when it is something else, as from a ledger that keeps no records. */
    static Optional<SendRecord> parse(String text) {
        String[] words = text.split(" ");
        try {
            return Optional.ofNullable(parse(words));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static SendRecord parse(String[] words) {
        String sms = words.length < 4
                ? ""
                : String.join(" ", words[words.length - 3], words[words.length - 2], words[words.length - 1]);
        if (words.length == 5 && words[0].equals("open")) {
            return new Open(Beginning.parse(words[1]), sms);
        }
        if (words.length == 5 && words[0].equals("sent")) {
            return new Sent(Long.parseLong(words[1]), sms);
        }
        if (words.length == 6) {
            Outcome outcome = words[0].equals("accepted") ? Outcome.SENT : Outcome.UNKNOWN;
            return new Unknown(new Unsettled(Beginning.parse(words[1]), Instant.parse(words[2]), outcome), sms);
        }
        return null;
    }
}
