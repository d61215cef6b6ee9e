/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.account;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

import com.cliqtel.camel.simulator.time.SimulatedTime;

/**
 * A simulated Cliqtel account: it accepts messages, charges for them, and changes their status as time passes.
 *
 * <p>Safe for use by several threads. The listener receives changes in the order in which they happen.
 */
public final class Account implements AutoCloseable {

    private final AccountSettings settings;
    private final SimulatedTime time;
    private final MessageStore messages;
    private final AccountListener listener;
    private boolean closed;
    private BigDecimal balance;
    private long listed;
    private volatile Runnable beforeEachList = () -> {};

    /**
     * Opens an account. What is under way stays where it is until {@link #goOn}.
     *
     * @param settings what it is like
     * @param state what it has: {@link AccountSettings#initialState()}, or what it had when it was left
     * @param time what it lives by
     * @param listener receives each event from now on, after it happened
     */
    public Account(AccountSettings settings, AccountState state, SimulatedTime time, AccountListener listener) {
        this.settings = settings;
        this.time = time;
        this.listener = listener;
        this.balance = state.balance();
        this.messages = new MessageStore(
                settings.store().maxMessages(), state.nextId(), settings.lists().lag());
        state.messages().stream()
                .skip(Math.max(0, state.messages().size() - settings.store().maxMessages()))
                .forEach(messages::restore);
    }

    /**
     * Lets time go on with messages that were under way when an account was left, from their own times.
     *
     * @param state what it was opened with
     */
    public void goOn(AccountState state) {
        state.messages().stream()
                .filter(message -> !message.status().isFinal())
                .forEach(message -> goOn(message, message.createdAt()));
    }

    /**
     * Accepts a message and charges it.
     *
     * @param request what to send
     * @return the message, queued
     * @throws Refusal when the number cannot send, the wallet is too low, or the carrier does not take it; nothing is
     *     charged or stored then
     */
    public Message send(SendRequest request) {
        Message accepted = accept(request);
        goOn(accepted, time.now());
        return accepted;
    }

    /**
     * An SMS arrives at one of the account's numbers, free of charge.
     *
     * @param from the sender, in any form: senders may be short codes or names
     * @param to one of the account's numbers
     * @param text what it says
     * @param ago for how long it was at the carrier's, which is when it was created; zero or more
     * @return the message, delivered
     * @throws NoSuchElementException when the account has no such number
     * @throws IllegalArgumentException when it would come from the future
     */
    public synchronized Message receive(String from, String to, String text, Duration ago) {
        if (ago.isNegative()) {
            throw new IllegalArgumentException("A message arrives zero or more after it was created, not " + ago);
        }
        AccountNumber number = settings.numbers().stream()
                .filter(candidate -> candidate.number().equals(to))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("The account has no number " + to));
        Instant now = time.now();
        return added(messages.add(now, id -> Message.inbound(id, number, from, text, seconds(now.minus(ago)))));
    }

    /**
     * Changes the status of a sent message now, whatever it was; to the same, nothing happens.
     *
     * @param id of the message
     * @param status the new one
     * @return the message as it is then
     * @throws NoSuchElementException when the account has sent no such message
     */
    public synchronized Message force(long id, Status status) {
        Message message = messages.find(id)
                .filter(found -> found.direction() == Direction.OUTBOUND)
                .orElseThrow(() -> new NoSuchElementException("The account has sent no message " + id));
        return message.status() == status ? message : change(message, status);
    }

    /**
     * Lists messages, without those that no list shows yet.
     *
     * @param query which
     * @param page the number of the page, from 1
     * @param perPage most messages on it, 1 or more
     * @return the page, in the order of {@link ListSettings}
     */
    public Page list(ListQuery query, long page, int perPage) {
        // not inside the lock: whoever it asks may be waiting for it
        beforeEachList.run();
        return listNow(query, page, perPage);
    }

    /**
     * Something happens before each list is read, so that pages move while a client goes through them.
     *
     * @param happening runs on the thread of the call; must be safe for use by several threads and throw nothing
     */
    public void beforeEachList(Runnable happening) {
        beforeEachList = happening;
    }

    private synchronized Page listNow(ListQuery query, long page, int perPage) {
        ListSettings lists = settings.lists();
        List<Message> newestFirst = messages.newestFirst(lists.since().after(query.since()), query.which(), time.now());
        long request = listed++;
        return Page.of(
                newestFirst.size(),
                (start, end) -> lists.order().part(newestFirst, start, end, request),
                page,
                perPage);
    }

    /**
     * Deletes a message, as its owner may: nothing shows it any more, and what comes after it in lists moves up.
     *
     * @param id of the message
     * @throws NoSuchElementException when there is none
     */
    public synchronized void delete(long id) {
        messages.delete(
                messages.find(id).orElseThrow(() -> new NoSuchElementException("The account has no message " + id)));
        if (!closed) {
            listener.deleted(id);
        }
    }

    /**
     * A single message.
     *
     * @param id of it
     * @return empty when there is none
     */
    public synchronized Optional<Message> find(long id) {
        return messages.find(id);
    }

    /**
     * All messages.
     *
     * @return an immutable copy, oldest first
     */
    public synchronized List<Message> messages() {
        return messages.oldestFirst();
    }

    /**
     * What it has now.
     *
     * @return to open it again with
     */
    public synchronized AccountState state() {
        return new AccountState(messages.oldestFirst(), balance, messages.nextId());
    }

    /**
     * The id that the next message will have.
     *
     * @return one more than that of the newest
     */
    public synchronized long nextMessageId() {
        return messages.nextId();
    }

    /**
     * What is left in the wallet.
     *
     * @return in {@link Tariff#CURRENCY}
     */
    public synchronized BigDecimal balance() {
        return balance;
    }

    /**
     * The numbers that can send.
     *
     * @return the active, SMS-enabled ones, in the order of the account
     */
    public List<AccountNumber> sendingNumbers() {
        return settings.numbers().stream().filter(AccountNumber::canSend).toList();
    }

    /** Lets time do nothing more to its messages. */
    @Override
    public synchronized void close() {
        closed = true;
    }

    private synchronized Message accept(SendRequest request) {
        AccountNumber number = sendingNumbers().stream()
                .filter(request.sender()::means)
                .findFirst()
                .orElseThrow(() ->
                        new Refusal(ErrorCode.NUMBER_NOT_FOUND, "From number not found, inactive, or SMS not enabled"));
        Charge charge = settings.tariff().charge(request.body());
        if (balance.compareTo(charge.cost()) < 0) {
            throw new Refusal(ErrorCode.INSUFFICIENT_BALANCE, "Wallet balance too low to send this message");
        }
        if (settings.delivery().carrierRejects().test(request.to())) {
            throw new Refusal(ErrorCode.SEND_FAILED, "Carrier rejected the message");
        }
        balance = balance.subtract(charge.cost());
        Instant now = time.now();
        return added(messages.add(now, id -> Message.outbound(id, number, request, charge, seconds(now))
                .stored(settings.store().form())));
    }

    private void goOn(Message message, Instant start) {
        DeliverySettings fate = settings.delivery();
        time.at(start.plus(fate.deliveryTime().dividedBy(2)), () -> progress(message.id(), Status.SENT));
        time.at(start.plus(fate.deliveryTime()), () -> progress(message.id(), fate.end(message.to())));
    }

    private synchronized void progress(long id, Status status) {
        if (!closed) {
            messages.find(id)
                    .filter(message -> message.status().compareTo(status) < 0
                            && !message.status().isFinal())
                    .ifPresent(message -> change(message, status));
        }
    }

    private Message change(Message message, Status status) {
        Message changed = message.changed(status, seconds(time.now()));
        messages.replace(changed);
        if (!closed) {
            listener.changed(changed);
        }
        return changed;
    }

    private Message added(Message message) {
        Optional<Long> forgotten = messages.forgetOldest();
        if (!closed) {
            listener.added(message);
            forgotten.ifPresent(listener::deleted);
        }
        return message;
    }

    private static Instant seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }
}
