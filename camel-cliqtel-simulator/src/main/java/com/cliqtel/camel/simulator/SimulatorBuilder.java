/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import com.cliqtel.camel.simulator.account.AccountNumber;
import com.cliqtel.camel.simulator.account.AccountSettings;
import com.cliqtel.camel.simulator.account.DeliverySettings;
import com.cliqtel.camel.simulator.account.ListLag;
import com.cliqtel.camel.simulator.account.ListOrder;
import com.cliqtel.camel.simulator.account.ListSettings;
import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.account.Since;
import com.cliqtel.camel.simulator.account.StoreSettings;
import com.cliqtel.camel.simulator.account.StoredForm;
import com.cliqtel.camel.simulator.account.Tariff;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.http.Api;
import com.cliqtel.camel.simulator.json.InboundFields;
import com.cliqtel.camel.simulator.limit.RateLimits;
import com.cliqtel.camel.simulator.limit.WindowKind;
import com.cliqtel.camel.simulator.script.FaultScript;
import com.cliqtel.camel.simulator.time.ClockSkew;
import com.cliqtel.camel.simulator.time.SimulatedTime;
import com.cliqtel.camel.simulator.webhook.WebhookSettings;

/**
 * Says what the account of a {@link Simulator} is like before it is opened; everything has a default. Values are checked
 * where they are given. Not for use by several threads.
 */
public final class SimulatorBuilder implements Cloneable {

    private static final List<AccountNumber> NUMBERS_OF_THE_REFERENCE = List.of(
            new AccountNumber(11, "+16625163513", "US", "local", true, true),
            new AccountNumber(6, "+16315950406", "US", "local", true, true));

    private Set<String> apiKeys = new LinkedHashSet<>();
    private List<AccountNumber> numbers = new ArrayList<>();
    private List<FaultRule> faults = new ArrayList<>();
    private String host = "127.0.0.1";
    private int port;
    private String webhookSecret;
    private Duration webhookTimeout = Duration.ofSeconds(10);
    private Tariff tariff = new Tariff(new BigDecimal("100.00"), new BigDecimal("0.008"));
    private DeliverySettings delivery = new DeliverySettings(Duration.ofSeconds(3), to -> false, to -> false);
    private int requestsPerMinute = 60;
    private int messagesPerSecond = 10;
    private WindowKind window = WindowKind.FIRST_HIT;
    private int insufficientBalanceStatus = 402;
    private RateLimits.Lengths lengths = RateLimits.Lengths.AS_NAMED;
    private SimulatedTime time;
    private ClockSkew clockSkew = ClockSkew.NONE;
    private ClockSkew dateSkew = ClockSkew.NONE;
    private ListLag listLag = ListLag.NONE;
    private ListOrder listOrder = ListOrder.NEWEST_FIRST;
    private Since since = Since.AFTER;
    private InboundFields inbound = InboundFields.AS_OUTBOUND;
    private WebhookSettings webhooks = WebhookSettings.PLAIN;
    private StoreSettings store = new StoreSettings(42, Integer.MAX_VALUE, StoredForm.AS_SENT);
    private Path stateFile;

    SimulatorBuilder() {}

    /**
     * The address to listen at. With another address than loopback, every machine that can reach it can use it.
     *
     * @param host an address or a name; default {@code 127.0.0.1}
     * @return this
     */
    public SimulatorBuilder host(String host) {
        this.host = Objects.requireNonNull(host, "host");
        return this;
    }

    /**
     * The port to listen at.
     *
     * @param port 0 to 65535; 0, the default, for any that is free
     * @return this
     * @throws IllegalArgumentException when it is no port
     */
    public SimulatorBuilder port(int port) {
        this.port = between("port", port, 0, 65_535);
        return this;
    }

    /**
     * A key of the account; called again, one more. Keys are equal in all rights and share the limits.
     *
     * @param apiKey visible ASCII characters; default {@code sim_test_key}
     * @return this
     * @throws IllegalArgumentException when it is empty or holds anything else
     */
    public SimulatorBuilder apiKey(String apiKey) {
        if (!apiKey.matches("[!-~]+")) {
            throw new IllegalArgumentException("An API key must be visible ASCII characters without a blank");
        }
        apiKeys.add(apiKey);
        return this;
    }

    /**
     * What webhooks are signed with.
     *
     * @param webhookSecret not empty; its UTF-8 bytes are the key; default the first API key (reference: "signed with
     *     your application key")
     * @return this
     * @throws IllegalArgumentException when it is empty
     */
    public SimulatorBuilder webhookSecret(String webhookSecret) {
        if (webhookSecret.isEmpty()) {
            throw new IllegalArgumentException("The webhook secret must not be empty");
        }
        this.webhookSecret = webhookSecret;
        return this;
    }

    /**
     * The longest a webhook may take, from connecting to the end of the answer; real time, not the simulator's.
     *
     * @param webhookTimeout greater than zero; default 10 s, for the reference is silent
     * @return this
     * @throws IllegalArgumentException when it is not greater than zero
     */
    public SimulatorBuilder webhookTimeout(Duration webhookTimeout) {
        if (webhookTimeout.isZero() || webhookTimeout.isNegative()) {
            throw new IllegalArgumentException("webhookTimeout must be greater than zero, not " + webhookTimeout);
        }
        this.webhookTimeout = webhookTimeout;
        return this;
    }

    /**
     * An active number of the account; called again, one more. Without any, it has the two of the reference.
     *
     * @param id its {@code from_number_id}; greater than 0
     * @param number in E.164 format
     * @param countryCode two capital letters
     * @param numberType such as {@code local}
     * @param smsEnabled whether it can send; one that cannot receives all the same
     * @return this
     * @throws IllegalArgumentException when one of them is not as described
     */
    public SimulatorBuilder number(long id, String number, String countryCode, String numberType, boolean smsEnabled) {
        return number(new AccountNumber(id, number, countryCode, numberType, smsEnabled, true));
    }

    /**
     * A number of the account, active or not; called again, one more.
     *
     * @param number the number
     * @return this
     */
    public SimulatorBuilder number(AccountNumber number) {
        numbers.add(Objects.requireNonNull(number, "number"));
        return this;
    }

    /**
     * What is in the wallet at the start.
     *
     * @param balance in EUR; 0 or more, at most six decimals; default 100.00
     * @return this
     * @throws IllegalArgumentException when it is no such amount
     */
    public SimulatorBuilder balance(BigDecimal balance) {
        tariff = new Tariff(balance, tariff.pricePerSegment());
        return this;
    }

    /**
     * What a segment costs.
     *
     * @param pricePerSegment in EUR; 0 or more, at most six decimals; default 0.008, as in the reference
     * @return this
     * @throws IllegalArgumentException when it is no such amount
     */
    public SimulatorBuilder pricePerSegment(BigDecimal pricePerSegment) {
        tariff = new Tariff(tariff.balance(), pricePerSegment);
        return this;
    }

    /**
     * How long a message takes from {@code queued} to its end; it is {@code sent} after half of it.
     *
     * @param deliveryTime zero or more, in the simulator's time; default 3 s
     * @return this
     * @throws IllegalArgumentException when it is negative
     */
    public SimulatorBuilder deliveryTime(Duration deliveryTime) {
        delivery = new DeliverySettings(deliveryTime, delivery.fails(), delivery.carrierRejects());
        return this;
    }

    /**
     * A recipient whose messages end {@code failed} rather than {@code delivered}; called again, one more.
     *
     * @param to the number, as it is sent to
     * @return this
     */
    public SimulatorBuilder fails(String to) {
        return fails(Predicate.isEqual(to));
    }

    /**
     * Recipients whose messages end {@code failed} rather than {@code delivered}; called again, more of them.
     *
     * @param recipients true for those; must be safe for use by several threads
     * @return this
     */
    public SimulatorBuilder fails(Predicate<String> recipients) {
        delivery = new DeliverySettings(
                delivery.deliveryTime(), delivery.fails().or(recipients), delivery.carrierRejects());
        return this;
    }

    /**
     * A recipient to whom sending is answered with {@code send_failed}; called again, one more.
     *
     * @param to the number, as it is sent to
     * @return this
     */
    public SimulatorBuilder carrierRejects(String to) {
        return carrierRejects(Predicate.isEqual(to));
    }

    /**
     * Recipients to whom sending is answered with {@code send_failed}; called again, more of them.
     *
     * @param recipients true for those; must be safe for use by several threads
     * @return this
     */
    public SimulatorBuilder carrierRejects(Predicate<String> recipients) {
        delivery = new DeliverySettings(
                delivery.deliveryTime(),
                delivery.fails(),
                delivery.carrierRejects().or(recipients));
        return this;
    }

    /**
     * How many calls a minute the account allows, over all its keys. Calls without a valid key don't count, nor do those
     * that are refused for being too many; all others do.
     *
     * @param requestsPerMinute 0 is no limit (the headers then say 2147483647); default 60, as in the reference
     * @return this
     * @throws IllegalArgumentException when it is negative
     */
    public SimulatorBuilder requestsPerMinute(int requestsPerMinute) {
        this.requestsPerMinute = between("requestsPerMinute", requestsPerMinute, 0, Integer.MAX_VALUE);
        return this;
    }

    /**
     * How many messages a second the account allows to be sent; every POST that got through the minute's limit counts,
     * accepted or not.
     *
     * @param messagesPerSecond 0 is no limit; default 10, as in the reference
     * @return this
     * @throws IllegalArgumentException when it is negative
     */
    public SimulatorBuilder messagesPerSecond(int messagesPerSecond) {
        this.messagesPerSecond = between("messagesPerSecond", messagesPerSecond, 0, Integer.MAX_VALUE);
        return this;
    }

    /**
     * How calls are counted over time: the reference does not say.
     *
     * @param window the kind of both limits; default {@link WindowKind#FIRST_HIT}
     * @return this
     */
    public SimulatorBuilder window(WindowKind window) {
        this.window = Objects.requireNonNull(window, "window");
        return this;
    }

    /**
     * How long the windows of both limits are, where a test cannot wait for a minute and all else shall go at its pace.
     * {@code Retry-After} stays in whole seconds, rounded up.
     *
     * @param minute of {@link #requestsPerMinute}; whole milliseconds, 1 ms to 365 days; default 60 s
     * @param second of {@link #messagesPerSecond}; the same; default 1 s
     * @return this
     * @throws IllegalArgumentException when one of them is no such length
     */
    public SimulatorBuilder windowLengths(Duration minute, Duration second) {
        this.lengths = new RateLimits.Lengths(minute, second);
        return this;
    }

    /**
     * The HTTP status of {@code insufficient_balance}, which the reference's table does not have.
     *
     * @param status 400 to 599; default 402
     * @return this
     * @throws IllegalArgumentException when it is no error's status
     */
    public SimulatorBuilder insufficientBalanceStatus(int status) {
        this.insufficientBalanceStatus = between("insufficientBalanceStatus", status, 400, 599);
        return this;
    }

    /**
     * What the account lives by.
     *
     * @param time default {@link SimulatedTime#real()}
     * @return this
     */
    public SimulatorBuilder time(SimulatedTime time) {
        this.time = Objects.requireNonNull(time, "time");
        return this;
    }

    /**
     * How wrong the server's clock is: the {@code Date} header and all times of messages are that much ahead of the time
     * it lives by. Nothing happens earlier or later.
     *
     * @param ahead negative for a clock that is behind; at most 3650 days; default zero
     * @return this
     * @throws IllegalArgumentException when it is more
     */
    public SimulatorBuilder clockSkew(Duration ahead) {
        this.clockSkew = new ClockSkew(ahead);
        return this;
    }

    /**
     * Sets the difference between the {@code Date} header and the {@code created_at} of messages, as behind a gateway with a
     * clock of its own. It adds to {@link #clockSkew}.
     *
     * @param ahead how far {@code Date} is ahead; negative if it is behind; at most 3650 days; default zero
     * @return this
     * @throws IllegalArgumentException when it is more
     */
    public SimulatorBuilder dateSkew(Duration ahead) {
        this.dateSkew = new ClockSkew(ahead);
        return this;
    }

    /**
     * Sets the form in which sent messages are stored and shown, since a server may change numbers and texts.
     *
     * @param form default {@link StoredForm#AS_SENT}
     * @return this
     */
    public SimulatorBuilder storedForm(StoredForm form) {
        store = new StoreSettings(store.firstId(), store.maxMessages(), Objects.requireNonNull(form, "form"));
        return this;
    }

    /**
     * How long a message, accepted or received, is in no list yet; GET by its id shows it at once.
     *
     * @param listLag zero to 365 days, in the simulator's time; default zero
     * @return this
     * @throws IllegalArgumentException when it is no such time
     */
    public SimulatorBuilder listLag(Duration listLag) {
        return listLag(ListLag.always(listLag));
    }

    /**
     * How long messages are in no list yet, each by itself, so that they show up in another order than they were made.
     *
     * @param listLag such as {@code ListLag.upTo(Duration.ofSeconds(60), 7).butSome(0.001, Duration.ofHours(2))}
     * @return this
     */
    public SimulatorBuilder listLag(ListLag listLag) {
        this.listLag = Objects.requireNonNull(listLag, "listLag");
        return this;
    }

    /**
     * In which order lists show messages.
     *
     * @param listOrder default {@link ListOrder#NEWEST_FIRST}
     * @return this
     */
    public SimulatorBuilder listOrder(ListOrder listOrder) {
        this.listOrder = Objects.requireNonNull(listOrder, "listOrder");
        return this;
    }

    /**
     * Whether a list {@code since} a time shows messages of just that time.
     *
     * @param since default {@link Since#AFTER}
     * @return this
     */
    public SimulatorBuilder since(Since since) {
        this.since = Objects.requireNonNull(since, "since");
        return this;
    }

    /**
     * What inbound messages show otherwise than outbound ones do: the reference has no sample of one. Filters of lists ask for
     * what they are, not for what they show.
     *
     * @param fields in place of the usual ones, such as another {@code status}, or null as {@code cost}; a value is a text, a
     *     number, true, false, or null
     * @return this
     * @throws IllegalArgumentException when a value is anything else
     */
    public SimulatorBuilder inboundFields(Map<String, Object> fields) {
        this.inbound = InboundFields.all(fields);
        return this;
    }

    /**
     * What inbound messages show otherwise than outbound ones do, each by itself.
     *
     * @param fields of a message, in place of the usual ones; an empty map for none. A value is a text, a number, true, false,
     *     or null; of any other, the list cannot be shown. Must be safe for use by several threads
     * @return this
     */
    public SimulatorBuilder inboundFields(Function<Message, Map<String, Object>> fields) {
        this.inbound = new InboundFields(Objects.requireNonNull(fields, "fields"));
        return this;
    }

    /**
     * How webhooks are sent: late, more than once, out of order, forged, again after a failure.
     *
     * @param webhooks default {@link WebhookSettings#PLAIN}
     * @return this
     */
    public SimulatorBuilder webhooks(WebhookSettings webhooks) {
        this.webhooks = Objects.requireNonNull(webhooks, "webhooks");
        return this;
    }

    /** Sets the location step by step. */
    SimulatorBuilder webhookSettings(UnaryOperator<WebhookSettings> change) {
        return webhooks(change.apply(webhooks));
    }

    /**
     * What goes wrong with calls; called again, more of it. {@link Simulator#faults()} changes it while it runs.
     *
     * @param rules in order of precedence: only the first that applies to a call is used
     * @return this
     */
    public SimulatorBuilder faults(FaultRule... rules) {
        faults.addAll(List.of(rules));
        return this;
    }

    /**
     * What goes wrong, as a script says it; its rules come after those given before, and the rest is as if set here.
     *
     * @param script such as {@code FaultScript.read(Path.of("faults.yaml"))}
     * @return this
     */
    public SimulatorBuilder faults(FaultScript script) {
        faults.addAll(script.rules());
        script.webhooks().ifPresent(this::webhooks);
        script.clockSkew().ifPresent(this::clockSkew);
        script.window().ifPresent(this::window);
        script.lists()
                .ifPresent(
                        lists -> listOrder(lists.order()).since(lists.since()).listLag(lists.lag()));
        return this;
    }

    /**
     * The id of the first message; those after it count on.
     *
     * @param firstMessageId greater than 0; default 42, as in the reference
     * @return this
     * @throws IllegalArgumentException when it is not greater than 0
     */
    public SimulatorBuilder firstMessageId(long firstMessageId) {
        store = new StoreSettings(firstMessageId, store.maxMessages(), store.form());
        return this;
    }

    /**
     * How many messages the account keeps, as with a time of retention: beyond it those it has had for longest are forgotten, as if
     * deleted, whatever their status. One that is still under way then gets no further, and nothing more is reported of it.
     *
     * @param most 1 or more; default all, for which about 1 KB of memory is needed for each
     * @return this
     * @throws IllegalArgumentException when it is less than 1
     */
    public SimulatorBuilder keepMessages(int most) {
        store = new StoreSettings(store.firstId(), most, store.form());
        return this;
    }

    /**
     * Where the account is remembered, so that it is there again when the next simulator is started with this file: its messages with
     * their statuses, the wallet, and the next id; not the calls, webhooks, keys or faults. Messages that are under way go on from
     * their times. What the file says counts before {@link #balance} and {@link #firstMessageId}; a reset begins anew, in the
     * file too.
     *
     * <p>It is written whole, beside it and then in place of it, within about 200 ms of a change (longer only where writing takes
     * long) and at the end. Only its owner can read it, where the file system knows of owners. While it is in use, a file with
     * {@code .lock} after its name keeps other simulators from it.
     *
     * @param stateFile in a folder that exists; made when it is not there; default none: nothing is remembered
     * @return this; {@link #start()} refuses a file that is in use, or that no simulator has written, and leaves it alone
     */
    public SimulatorBuilder stateFile(Path stateFile) {
        this.stateFile = Objects.requireNonNull(stateFile, "stateFile");
        return this;
    }

    /**
     * Opens the account.
     *
     * @return the running simulator, to be closed
     * @throws java.io.UncheckedIOException when the port cannot be opened
     * @throws IllegalArgumentException when two numbers share an id or a number, or the state file is refused
     */
    public Simulator start() {
        SimulatorBuilder description = copy();
        // each simulator that is started begins a real time of its own, and keeps it
        description.time = time == null ? SimulatedTime.real() : time;
        return new Simulator(description);
    }

    /** Changed by itself from now on. */
    SimulatorBuilder copy() {
        try {
            SimulatorBuilder copy = (SimulatorBuilder) clone();
            copy.apiKeys = new LinkedHashSet<>(apiKeys);
            copy.numbers = new ArrayList<>(numbers);
            copy.faults = new ArrayList<>(faults);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("It is Cloneable", e);
        }
    }

    /** As they are now, checked. */
    Settings settings() {
        Set<String> keys = apiKeys.isEmpty() ? Set.of("sim_test_key") : apiKeys;
        String firstKey = keys.iterator().next();
        return new Settings(
                new Settings.Location(host, port, Optional.ofNullable(stateFile)),
                new Api.Access(keys, insufficientBalanceStatus, inbound, dateSkew),
                new Settings.Secrets(firstKey, webhookSecret == null ? firstKey : webhookSecret),
                new AccountSettings(
                        numbers.isEmpty() ? NUMBERS_OF_THE_REFERENCE : numbers,
                        tariff,
                        delivery,
                        store,
                        new ListSettings(listOrder, since, listLag)),
                new RateLimits.Settings(requestsPerMinute, messagesPerSecond, window, lengths),
                new Settings.WebhookOptions(webhooks, webhookTimeout),
                List.copyOf(faults),
                time.skewed(clockSkew));
    }

    private static int between(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " must be " + min + " to " + max + ", not " + value);
        }
        return value;
    }
}
