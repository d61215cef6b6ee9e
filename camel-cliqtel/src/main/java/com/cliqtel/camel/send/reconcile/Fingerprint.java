/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.text.MessageText;
import com.cliqtel.camel.text.PhoneNumber;
import com.cliqtel.camel.wire.Sender;
import com.cliqtel.camel.wire.Submission;

/** The sender, recipient and text of an SMS, by which it is recognised in the API's lists. */
record Fingerprint(Sender sender, PhoneNumber to, MessageText text) {

    static Fingerprint of(Submission sms) {
        return new Fingerprint(sms.sender(), sms.to(), sms.text());
    }

    /** Returns whether the recipient or text of a message differs by more than a server's normalisation. */
    boolean isContradictedBy(Sms shown) {
        return !NumberSpelling.mayBe(to.e164(), shown.to()) || !TextSimilarity.mayBe(text.value(), shown.body());
    }

    /** What it has in common with all that may be taken for it. */
    SmsSimilarity likeness() {
        return SmsSimilarity.of(to, text.value());
    }

    /** The sender for a ledger's record: the number, or {@code #} and its id. */
    String senderText() {
        return sender instanceof Sender.Number number ? number.number().e164() : "#" + ((Sender.NumberId) sender).id();
    }

    /** SHA-256 of the text in UTF-8, in hex. */
    String textHash() {
        return sha256(text.value());
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** The recipient, masked. */
    @Override
    public String toString() {
        return "Fingerprint[to=" + to + "]";
    }
}
