/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.send.reconcile;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

import com.cliqtel.camel.ledger.LedgerException;
import com.cliqtel.camel.model.MaskedDigits;

/**
 * The sends that ended unknown since the start, the newest 1,000 of them, until they are settled by a redelivery that finds
 * them, or by an operator. They are kept in memory; the ledger keeps the data that a redelivery needs. Thread-safe.
 */
public final class UnknownSends {

    private static final int CAPACITY = 1_000;

    // text that may be a phone number in any form, and text that doesn't fit into a line
    private static final Pattern NUMBER = Pattern.compile("(?:[0-9][ ().\\-/]*+){7,}+");
    private static final Pattern LINE = Pattern.compile("[ -~]{1,80}");

    private final Map<Which, Listed> open = new LinkedHashMap<>();
    private final AtomicInteger size = new AtomicInteger();
    private final AtomicLong numbers = new AtomicLong();

    private record Which(String account, SmsSimilarity sms, String owner) {}

    private record Listed(UnknownSend shown, UnknownEnd ended, Resolution resolution) {

        Which which() {
            return new Which(shown.account(), ended.likeness(), ended.owner());
        }
    }

    void add(UnknownEnd ended, String why, Resolution resolution) {
        synchronized (open) {
            Which which = new Which(resolution.account(), ended.likeness(), ended.owner());
            Listed before = open.remove(which);
            long number =
                    before == null ? numbers.incrementAndGet() : before.shown().number();
            open.put(which, new Listed(shown(number, ended, why, resolution), ended, resolution));
            Iterator<Which> oldest = open.keySet().iterator();
            while (open.size() > CAPACITY) {
                oldest.next();
                oldest.remove();
            }
            size.set(open.size());
        }
    }

    private static UnknownSend shown(long number, UnknownEnd ended, String why, Resolution resolution) {
        return new UnknownSend(
                number,
                resolution.account(),
                ended.known().unknownSince(),
                MaskedDigits.masked(ended.sms().to().e164()),
                shown(ended.key()),
                ended.known().isAccepted() ? "accepted" : "unknown",
                why);
    }

    /** The key, or the beginning of what the ledger's key ends with. */
    static String shown(String key) {
        return key == null
                ? null
                : LINE.matcher(key).matches() && !NUMBER.matcher(key).find()
                        ? key
                        : "sha256:" + Fingerprint.sha256(key).substring(0, 16);
    }

    Optional<UnsettledSend> known(String account, SmsSimilarity sms, String owner) {
        synchronized (open) {
            return Optional.ofNullable(open.get(new Which(account, sms, owner)))
                    .map(listed -> listed.ended().known());
        }
    }

    void close(String account, SmsSimilarity sms, String owner) {
        // called for each send; mostly the map is empty
        if (size.get() > 0) {
            close(new Which(account, sms, owner));
        }
    }

    private void close(Which which) {
        synchronized (open) {
            open.remove(which);
            size.set(open.size());
        }
    }

    /** Those that are open, the oldest first. */
    public List<UnknownSend> list() {
        synchronized (open) {
            return open.values().stream().map(Listed::shown).toList();
        }
    }

    /** How many are open. */
    public int size() {
        return size.get();
    }

    /**
     * Settles a send as sent: a redelivery with its key gets this message. Calls the API, and waits up to a minute for the
     * answer.
     *
     * @param number as listed
     * @param messageId the message's id, which the API must show to be that SMS
     * @throws IllegalArgumentException when no such send is open, or the message is another SMS
     * @throws IllegalStateException when a send with its key is in progress, the ledger entry says something else, or the API
     *     doesn't answer
     * @throws LedgerException when the ledger doesn't work; it stays open
     */
    public void resolveAsSent(long number, long messageId) {
        Listed listed = listed(number);
        listed.resolution().asSent(listed.ended(), messageId);
        close(listed.which());
    }

    /**
     * Settles a send as not sent: its key is freed, so that a redelivery sends it.
     *
     * @param number as listed
     * @throws IllegalArgumentException when no such send is open
     * @throws IllegalStateException when a send with its key is in progress, or the ledger entry says that it was sent
     * @throws LedgerException when the ledger doesn't work; it stays open
     */
    public void resolveAsNotSent(long number) {
        Listed listed = listed(number);
        listed.resolution().asNotSent(listed.ended());
        close(listed.which());
    }

    private Listed listed(long number) {
        synchronized (open) {
            return open.values().stream()
                    .filter(each -> each.shown().number() == number)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "no unknown send has the number " + number + ": look at the list of unknowns again"));
        }
    }

    /** How many. */
    @Override
    public String toString() {
        return "UnknownSends[" + size() + "]";
    }
}
