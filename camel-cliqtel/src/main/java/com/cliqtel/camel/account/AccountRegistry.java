/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import com.cliqtel.camel.client.AccountConnection;
import com.cliqtel.camel.client.BoundedExecutor;
import com.cliqtel.camel.client.CallPolicy;
import com.cliqtel.camel.client.CliqtelApi;
import com.cliqtel.camel.client.SendGate;
import com.cliqtel.camel.client.TimedWaits;
import com.cliqtel.camel.ledger.CheckedLedger;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.LedgerException;
import com.cliqtel.camel.ledger.MemoryLedger;
import com.cliqtel.camel.limit.Purpose;
import com.cliqtel.camel.observe.Observers;
import com.cliqtel.camel.retry.RetryPolicy;
import com.cliqtel.camel.send.SendLog;
import com.cliqtel.camel.send.reconcile.AccountSends;
import com.cliqtel.camel.send.reconcile.UnknownSends;
import com.cliqtel.camel.webhook.WebhookLog;
import com.cliqtel.camel.webhook.once.Deliveries;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.LifecycleStrategy;
import org.apache.camel.spi.OnCamelContextStopping;
import org.apache.camel.support.LifecycleStrategySupport;
import org.apache.camel.support.service.ServiceSupport;

/**
 * What all endpoints of a component share: their connections to accounts, the memory of each account's sends, and the threads
 * for all waits and work. Thread-safe.
 */
public final class AccountRegistry extends ServiceSupport {

    // a look at the list of messages may wait for a permit longer than any exchange
    private static final CallPolicy LOOKING =
            new CallPolicy(Purpose.RECONCILE, RetryPolicy.times(3), Duration.ofMinutes(5));
    private static final long LAST_WORDS_SECONDS = 5;

    private final CamelContext context;
    private final LimitSettings limits;
    private final Observers observers;
    private final Supplier<String> ownKey;
    private final Map<Books, AccountSends> sends = new ConcurrentHashMap<>();
    private final Set<String> webhookSecrets = ConcurrentHashMap.newKeySet();
    private final SendGate gate = new SendGate();
    private final UnknownSends unknowns = new UnknownSends();
    // runs before Camel waits for the exchanges in flight: sends that wait would delay the shutdown until its timeout
    private final LifecycleStrategy stopping =
            LifecycleStrategySupport.adapt((OnCamelContextStopping) context -> waits().close());
    private ScheduledExecutorService timer;
    private ScheduledExecutorService deadlines;
    private ExecutorService workers;
    private TimedWaits waits;
    private TimedWaits receiving;
    private ConnectionRegistry connections;

    /** @param ownKey the API key that is set on the component itself */
    public AccountRegistry(CamelContext context, LimitSettings limits, Observers observers, Supplier<String> ownKey) {
        this.ownKey = ownKey;
        this.context = context;
        this.limits = limits;
        this.observers = observers;
    }

    /** What is remembered of an account, and where. */
    private record Books(AccountKey account, Ledger ledger) {

        @Override
        public int hashCode() {
            return Objects.hash(account, ledger);
        }
    }

    public CliqtelApi api(ConnectionSettings settings, CallPolicy manner) {
        return CliqtelApi.over(connection(settings), manner);
    }

    public AccountSends sends(ConnectionSettings settings, Ledger ledger) {
        AccountKey account = AccountKey.of(settings);
        Ledger registered = registered(settings, ledger);
        return sends.computeIfAbsent(
                new Books(account, ledger),
                made -> new AccountSends(
                        connection(settings),
                        api(settings, LOOKING),
                        new AccountSends.Kept(registered, account.name()),
                        unknowns,
                        new SendLog()));
    }

    public Deliveries deliveries(String reader, Ledger ledger) {
        started(ledger);
        return new Deliveries(ledger, reader, new WebhookLog());
    }

    /** Where calls wait. */
    public TimedWaits waits() {
        return waits;
    }

    /** Where those who receive wait: for each other, and for the time to say that they still work. */
    public TimedWaits receiving() {
        return receiving;
    }

    /** Where the sends of all accounts pass, or wait; open at each start of the component. */
    public SendGate gate() {
        return gate;
    }

    /** The sends of all accounts that ended unknown since the component's start. */
    public UnknownSends unknowns() {
        return unknowns;
    }

    // a ledger that fails now is called again before its first use; sends without a key work in the meantime
    Ledger registered(ConnectionSettings settings, Ledger ledger) {
        started(ledger);
        if (ledger instanceof MemoryLedger) {
            return ledger;
        }
        try {
            settings.account().register(new CheckedLedger(ledger));
            return ledger;
        } catch (LedgerException away) {
            return new CheckedLedger(ledger, settings.account());
        }
    }

    // a ledger may be a Camel service, which the context then starts and stops
    Ledger started(Ledger ledger) {
        try {
            context.addService(ledger);
            return ledger;
        } catch (Exception failed) {
            throw RuntimeCamelException.wrapRuntimeException(failed);
        }
    }

    AccountConnection connection(ConnectionSettings settings) {
        return connections.connection(settings);
    }

    /**
     * Begins a use of an account. The use ends when the returned object is run.
     *
     * @throws IllegalStateException when the account's name belongs to another one
     */
    Runnable use(ConnectionSettings settings) {
        return connections.use(settings);
    }

    /** Returns the time of an API now; empty while no account there has had an answer. */
    public Optional<Instant> apiTime(URI baseUrl) {
        return connections.clocks(baseUrl).stream()
                .flatMap(clock -> clock.earliest(clock.now()).stream())
                .min(Comparator.naturalOrder());
    }

    /** Withholds these secrets from all texts that quote the server, from now on. */
    public void keep(Collection<String> secrets) {
        webhookSecrets.addAll(secrets);
    }

    /** Returns all accounts in use. */
    public List<AccountState> states() {
        return connections.used().entrySet().stream()
                .map(each -> state(each.getKey(), each.getValue()))
                .toList();
    }

    /** The account that is reached so; empty while it isn't used. */
    public Optional<AccountState> state(ConnectionSettings settings) {
        AccountKey account = AccountKey.of(settings);
        return Optional.ofNullable(connections.used().get(account)).map(common -> state(account, common));
    }

    private AccountState state(AccountKey account, ConnectionRegistry.Shared common) {
        int open = sends.entrySet().stream()
                .filter(kept -> kept.getKey().account().equals(account))
                .mapToInt(kept -> kept.getValue().open())
                .sum();
        return new AccountState(
                account.name(), account.baseUrl(), common.quota().last(), connections.usage(account), open);
    }

    private void forget(AccountKey account) {
        sends.keySet().removeIf(kept -> kept.account().equals(account));
    }

    @Override
    protected void doStart() {
        timer = SchedulerFactory.open(context, this, "CliqtelWaits");
        deadlines = SchedulerFactory.open(context, this, "CliqtelDeadlines");
        workers = context.getExecutorServiceManager().newCachedThreadPool(this, "CliqtelCalls");
        waits = new TimedWaits(timer, new BoundedExecutor(workers, timer));
        context.addLifecycleStrategy(stopping);
        receiving = new TimedWaits(timer, workers);
        connections = new ConnectionRegistry(
                new ConnectionRegistry.Environment(
                        context, observers, timer, deadlines, waits, gate, ownKey, webhookSecrets),
                limits,
                this::forget,
                System::nanoTime);
    }

    // first the sends that wait, which end as NOT_SENT; then the calls in progress; then the workers that complete
    // exchanges
    @Override
    protected void doStop() {
        context.getLifecycleStrategies().remove(stopping);
        waits.close();
        receiving.close();
        context.getExecutorServiceManager().shutdownNow(deadlines);
        connections.close();
        context.getExecutorServiceManager().shutdownGraceful(workers, TimeUnit.SECONDS.toMillis(LAST_WORDS_SECONDS));
        context.getExecutorServiceManager().shutdownNow(timer);
        sends.clear();
    }
}
