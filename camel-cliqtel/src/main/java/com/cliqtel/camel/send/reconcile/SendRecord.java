/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

import com.cliqtel.camel.error.Outcome;

/**
 * The ledger's record of an SMS with a key: its state, time, sender and recipient, and a hash of its text. The words are
 * separated by blanks, so that an operator can read the table.
 */
sealed interface SendRecord {

    /** Which SMS: its sender, its recipient, and the hash of its text. */
    String sms();

    /** What is known of it when its claim has come to no end; empty when it was sent. */
    Optional<UnsettledSend> unsettled(Instant now);

    /** Being sent. */
    record Open(FirstAttemptTime began, String sms) implements SendRecord {
        /** The process that held it may have sent it at any time until now. */
        @Override
        public Optional<UnsettledSend> unsettled(Instant now) {
            return Optional.of(new UnsettledSend(began, now, Outcome.UNKNOWN));
        }

        @Override
        public String toString() {
            return "open " + began + " " + sms;
        }
    }

    /** Sent, or perhaps not. */
    record Unknown(UnsettledSend known, String sms) implements SendRecord {
        @Override
        public Optional<UnsettledSend> unsettled(Instant now) {
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
        public Optional<UnsettledSend> unsettled(Instant now) {
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
        return Written.read(text);
    }

    /** How each kind is written: its word, and the words that follow before those that say which SMS. */
    enum Written {
        OPEN(1, (words, sms) -> new Open(FirstAttemptTime.parse(words[1]), sms)),
        SENT(1, (words, sms) -> new Sent(Long.parseLong(words[1]), sms)),
        UNKNOWN(2, (words, sms) -> unknown(words, Outcome.UNKNOWN, sms)),
        ACCEPTED(2, (words, sms) -> unknown(words, Outcome.SENT, sms));

        private static final int WORDS_OF_SMS = 3;

        private final int own;
        private final BiFunction<String[], String, SendRecord> reading;

        Written(int own, BiFunction<String[], String, SendRecord> reading) {
            this.own = own;
            this.reading = reading;
        }

        private static SendRecord unknown(String[] words, Outcome outcome, String sms) {
            return new Unknown(
                    new UnsettledSend(FirstAttemptTime.parse(words[1]), Instant.parse(words[2]), outcome), sms);
        }

        private static Optional<SendRecord> read(String text) {
            String[] words = text.split(" ", -1);
            return Arrays.stream(values())
                    .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(words[0])
                            && words.length == 1 + kind.own + WORDS_OF_SMS)
                    .findFirst()
                    .flatMap(kind -> kind.read(words));
        }

        private Optional<SendRecord> read(String[] words) {
            String sms = String.join(" ", Arrays.copyOfRange(words, 1 + own, words.length));
            try {
                return Optional.of(reading.apply(words, sms));
            } catch (IllegalArgumentException | DateTimeException unreadable) {
                return Optional.empty();
            }
        }
    }
}
