/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import com.cliqtel.camel.simulator.account.AccountNumber;
import com.cliqtel.camel.simulator.account.AccountState;
import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.account.Status;
import com.cliqtel.camel.simulator.fault.Faults;
import com.cliqtel.camel.simulator.http.ApiServer;
import com.cliqtel.camel.simulator.http.ReceivedCall;
import com.cliqtel.camel.simulator.script.FaultScript;
import com.cliqtel.camel.simulator.site.EventBuffer;
import com.cliqtel.camel.simulator.site.SiteContext;
import com.cliqtel.camel.simulator.site.SiteRoutes;
import com.cliqtel.camel.simulator.state.StateStore;
import com.cliqtel.camel.simulator.webhook.Forgery;
import com.cliqtel.camel.simulator.webhook.SignedForm;
import com.cliqtel.camel.simulator.webhook.WebhookDelivery;
import com.cliqtel.camel.simulator.webhook.WebhookPool;
import com.cliqtel.camel.simulator.webhook.WebhookSettings;

/**
 * A Cliqtel account that anybody can have: the SMS API on a local port, behaving as its reference says.
 *
 * <pre>{@code
 * try (Simulator cliqtel = Simulator.builder().start()) {
 *     // let what is to be tested call cliqtel.baseUrl() with cliqtel.apiKey()
 *     cliqtel.messages().get(0).body();
 * }
 * }</pre>
 *
 * <p>Safe for use by several threads. What it gives out is immutable and does not change with the account.
 */
public final class Simulator implements AutoCloseable {

    private final SimulatorBuilder description;
    private final SimulatorServices services;
    private final AtomicReference<Session> session;
    private final ApiServer server;

    Simulator(SimulatorBuilder description) {
        Settings settings = description.settings();
        this.description = description;
        this.services = services(settings);
        try {
            AccountState state = services.store().load().orElseGet(settings.account()::initialState);
            this.session = new AtomicReference<>(Session.open(settings, state, services));
            this.server = new ApiServer(
                    settings.location().host(),
                    settings.location().port(),
                    () -> session().api(),
                    SiteRoutes.of(siteContext()));
            // nothing happens to an account whose port is taken
            services.store().follow(() -> session().account().state());
            session().account().goOn(state);
        } catch (RuntimeException e) {
            services.store().close();
            throw e;
        }
    }

    private static SimulatorServices services(Settings settings) {
        StateStore store = StateStore.of(settings.location().stateFile());
        Settings.WebhookOptions reporting = settings.webhooks();
        return new SimulatorServices(
                new WebhookPool(reporting.settings().connections(), reporting.timeout()),
                new Faults(settings.faults(), settings.time()),
                new EventBuffer(),
                store);
    }

    private SiteContext siteContext() {
        SiteContext.Access access = new SiteContext.Access(() -> baseUrl().toString(), this::apiKey, this::reach);
        return new SiteContext(() -> session().running(), services.events(), services.faults(), access, this::reset);
    }

    /**
     * An account to be described and opened.
     *
     * @return with defaults for everything
     */
    public static SimulatorBuilder builder() {
        return new SimulatorBuilder();
    }

    /**
     * What a client's base URL has to be.
     *
     * @return such as {@code http://127.0.0.1:8089/api/v1/sms}
     */
    public URI baseUrl() {
        return server.baseUrl();
    }

    /**
     * The port it listens at.
     *
     * @return never 0
     */
    public int port() {
        return server.port();
    }

    /**
     * The account's key, the first one if it has several.
     *
     * @return the key
     */
    public String apiKey() {
        return session().settings().secrets().apiKey();
    }

    /**
     * What webhooks are signed with.
     *
     * @return the secret
     */
    public String webhookSecret() {
        return session().settings().secrets().webhookSecret();
    }

    /**
     * All messages of the account, inbound and outbound.
     *
     * @return an immutable snapshot, oldest first
     */
    public List<Message> messages() {
        return session().account().messages();
    }

    /**
     * The calls received and answered, or left without an answer by a fault: the newest 100,000, or fewer when their bodies are large.
     *
     * @return an immutable snapshot, oldest first
     */
    public List<ReceivedCall> calls() {
        return session().api().calls().snapshot();
    }

    /**
     * The webhooks sent or attempted: the newest 100,000. Those still under way are not among them.
     *
     * @return an immutable snapshot, in the order they ended
     */
    public List<WebhookDelivery> webhooks() {
        return session().webhooks().deliveries().snapshot();
    }

    /**
     * The id that the next message will have.
     *
     * @return one more than that of the newest, though it be deleted; at first that of the builder
     */
    public long nextMessageId() {
        return session().account().nextMessageId();
    }

    /**
     * What is left in the wallet.
     *
     * @return in EUR
     */
    public BigDecimal balance() {
        return session().account().balance();
    }

    /**
     * The account's numbers, whether they can send or not.
     *
     * @return in the order they are listed
     */
    public List<AccountNumber> numbers() {
        return session().settings().account().numbers();
    }

    /**
     * An SMS arrives, free of charge. It causes no webhook: the API reference has none for inbound messages.
     *
     * @param from the sender, in any form: senders may be short codes or names
     * @param to one of the account's numbers
     * @param text what it says
     * @return the message, as the API lists it from now on
     * @throws java.util.NoSuchElementException when the account has no such number
     */
    public Message receive(String from, String to, String text) {
        return receive(from, to, text, Duration.ZERO);
    }

    /**
     * An SMS arrives that was at the carrier's for a while: its {@code created_at} is that much before now, before that of
     * messages that arrived earlier. Lists show it from now on, or after their lag from now.
     *
     * @param from the sender, in any form: senders may be short codes or names
     * @param to one of the account's numbers
     * @param text what it says
     * @param ago zero or more
     * @return the message
     * @throws java.util.NoSuchElementException when the account has no such number
     * @throws IllegalArgumentException when it would come from the future
     */
    public Message receive(String from, String to, String text, Duration ago) {
        return session().account().receive(from, to, text, ago);
    }

    /**
     * A sent message is delivered now, and the webhook sent as for any change. To one that is delivered already nothing
     * happens.
     *
     * @param id of the message
     * @return the message as it is then
     * @throws java.util.NoSuchElementException when the account has sent no such message
     */
    public Message deliver(long id) {
        return session().account().force(id, Status.DELIVERED);
    }

    /**
     * A sent message fails now, and the webhook is sent as for any change. To one that has failed already nothing
     * happens.
     *
     * @param id of the message
     * @return the message as it is then
     * @throws java.util.NoSuchElementException when the account has sent no such message
     */
    public Message fail(long id) {
        return session().account().force(id, Status.FAILED);
    }

    /**
     * Deletes a message, as its owner may: nothing shows it any more, and what comes after it in lists moves up.
     *
     * @param id of the message
     * @throws java.util.NoSuchElementException when there is none
     */
    public void delete(long id) {
        session().account().delete(id);
    }

    /**
     * Lets something happen before each list is read, such as a message that arrives, so that pages move while a client goes
     * through them. Until a reset, or the next call of this.
     *
     * @param happening runs on the thread of the call; must be safe for use by several threads and throw nothing
     */
    public void beforeEachList(Runnable happening) {
        session().account().beforeEachList(Objects.requireNonNull(happening, "happening"));
    }

    /**
     * Sends webhooks in another manner from now on, until a reset. What has been drawn for a webhook before stays so.
     *
     * @param manner how
     */
    public void webhookSettings(WebhookSettings settings) {
        session().webhooks().settings(Objects.requireNonNull(settings, "settings"));
    }

    /**
     * Sends a webhook of one's own now, rightly signed in the form of the {@link WebhookSettings}, once, and waits for its
     * answer.
     *
     * @param url where to
     * @param json the body, for example an unknown event
     * @return what came of it; {@link #webhooks()} has it too
     */
    public WebhookDelivery sendWebhook(String url, String json) {
        return session().webhooks().send(url, json);
    }

    /**
     * Sends a webhook of one's own now, rightly signed, once, and waits for its answer.
     *
     * @param url where to
     * @param json what it says; for {@link SignedForm#STRINGIFIED} as {@code JSON.stringify} writes it, and it is sent in
     *     another writing
     * @param form what is signed
     * @return what came of it; {@link #webhooks()} has it too
     */
    public WebhookDelivery sendWebhook(String url, String json, SignedForm form) {
        return session().webhooks().send(url, json, form);
    }

    /**
     * Sends a webhook again now, whatever came of it: the same bytes with the same signature, once, and waits for its answer.
     *
     * @param sent one of {@link #webhooks()}
     * @return what came of it, an attempt later; {@link #webhooks()} has it too
     */
    public WebhookDelivery repeatWebhook(WebhookDelivery sent) {
        return session().webhooks().repeat(sent);
    }

    /**
     * Sends a webhook now as an attacker would with a genuine webhook but without the secret: another content under the
     * genuine one's signature. Waits for its answer.
     *
     * @param url where to
     * @param json what the genuine one would say
     * @return what came of it; {@link #webhooks()} has it too
     */
    public WebhookDelivery forgeWebhook(String url, String json) {
        return forgeWebhook(url, json, Forgery.OTHER_CONTENT);
    }

    /**
     * Sends a webhook now with a signature made without the secret, and waits for the answer.
     *
     * @param url where to
     * @param json what the genuine one would say
     * @param forgery how it is forged
     * @return what came of it; {@link #webhooks()} has it too
     */
    public WebhookDelivery forgeWebhook(String url, String json, Forgery forgery) {
        return session().webhooks().forge(url, json, forgery);
    }

    /**
     * Signs a body as webhooks are signed, for tests that post webhooks themselves.
     *
     * @param body the bytes to be sent
     * @return the value of {@code X-Cliqtel-Signature}: 64 lower-case hex digits
     */
    public String sign(byte[] body) {
        return session().settings().signature().of(body);
    }

    /**
     * What goes wrong with its calls, to be changed while it runs.
     *
     * @return the same at each call, over resets too
     */
    public Faults faults() {
        return services.faults();
    }

    /**
     * This run's faults, to be printed and replayed: rules that repeat the faults of all calls since the last reset
     * ({@link Faults#replay()}); and how webhooks, the clock, the limits and lists are.
     *
     * @return a script for {@link SimulatorBuilder#faults(FaultScript)}, {@link FaultScript#yaml()}
     * @throws IllegalStateException if more than 100,000 calls had a fault
     */
    public FaultScript replayScript() {
        Session now = session();
        return new FaultScript(
                services.faults().replay(),
                Optional.of(now.webhooks().settings()),
                Optional.of(now.settings().time().skew().ahead()),
                Optional.of(now.settings().limits().window()),
                Optional.of(now.settings().account().lists()));
    }

    /**
     * Waits until no webhook is under way or waiting for its turn. Status changes that are still to come, late webhooks and
     * repeats that are not yet due are not waited for.
     *
     * @param timeout the longest to wait, in real time
     * @throws IllegalStateException when there still are some after that, or the thread is interrupted
     */
    public void awaitQuiet(Duration timeout) {
        session().webhooks().awaitQuiet(timeout);
    }

    /**
     * Forgets messages, calls, webhooks and what was used of the limits; the wallet is as at the start, ids begin anew,
     * faults and the manner of webhooks are those of the builder, faults counted anew. What is under way at that moment ends unseen. The port and the time
     * stay.
     */
    public void reset() {
        reopen(account -> {});
    }

    /**
     * Forgets everything, as {@link #reset()} does, and goes on as it was built but for some changes, until the next reset or
     * reopening. Changes of an earlier reopening are undone.
     *
     * @param changes of how it was built: what is called again adds to that; its host, port and webhookTimeout stay
     * @throws IllegalArgumentException when the changes are refused; it then goes on as before, and forgets nothing
     */
    public synchronized void reopen(Consumer<SimulatorBuilder> changes) {
        SimulatorBuilder changed = description.copy();
        changes.accept(changed);
        Settings settings = session().settings().before(changed.settings());
        services.faults().restart(settings.faults(), settings.time());
        session.getAndSet(Session.open(settings, settings.account().initialState(), services))
                .close();
        services.store().changed();
        services.events().reset();
    }

    /** Closes the port at once; nothing more is sent. What it remembers can still be read. */
    @Override
    public void close() {
        server.close();
        session().close();
        services.store().close();
        services.pool().close();
    }

    /** Idle ones too. */
    int openConnections() {
        return server.connections();
    }

    /** Returns the address and its reach for the console. */
    String reach() {
        return server.isLoopback()
                ? "on loopback only: this machine can reach it, no other can"
                : "at " + session().settings().location().host() + ": whoever can reach this machine can use it";
    }

    private Session session() {
        return session.get();
    }
}
