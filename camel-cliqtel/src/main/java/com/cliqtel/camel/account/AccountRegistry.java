/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.net.URI;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import com.cliqtel.camel.client.AccountConnection;
import com.cliqtel.camel.client.BoundedExecutor;
import com.cliqtel.camel.client.SendGate;
import com.cliqtel.camel.client.TimedWaits;
import com.cliqtel.camel.ledger.CheckedLedger;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.ledger.LedgerException;
import com.cliqtel.camel.ledger.MemoryLedger;
import com.cliqtel.camel.ledger.UnusableDatabaseException;
import com.cliqtel.camel.limit.RateLimiter;
import com.cliqtel.camel.observe.Observers;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.LifecycleStrategy;
import org.apache.camel.spi.OnCamelContextStopping;
import org.apache.camel.support.LifecycleStrategySupport;
import org.apache.camel.support.service.ServiceSupport;

/**
 * The accounts of a component from one start until the next: the connections to them, and the threads for waits and calls.
 * Thread-safe.
 */
public final class AccountRegistry extends ServiceSupport {

    private static final long COMPLETION_SECONDS = 5;

    private final CamelContext context;
    private final LimitSettings limits;
    private final Observers observers;
    private final Supplier<String> ownKey;
    private final AccountData data;
    private final Set<String> webhookSecrets = ConcurrentHashMap.newKeySet();
    private final SendGate gate = new SendGate();
    // runs before Camel waits for the exchanges in flight: sends that wait would delay the shutdown until its timeout
    private final LifecycleStrategy stopping =
            LifecycleStrategySupport.adapt((OnCamelContextStopping) context -> waits().close());
    private ScheduledExecutorService timer;
    private ScheduledExecutorService deadlines;
    private ExecutorService workers;
    private TimedWaits waits;
    private TimedWaits receiving;
    private ConnectionRegistry connections;

    /**
     * @param ownKey returns the API key that is set on the component itself
     * @param data the data that the features keep for the accounts
     */
    public AccountRegistry(
            CamelContext context,
            LimitSettings limits,
            Observers observers,
            Supplier<String> ownKey,
            AccountData data) {
        this.ownKey = ownKey;
        this.data = data;
        this.context = context;
        this.limits = limits;
        this.observers = observers;
    }

    /** Returns the waits of calls. */
    public TimedWaits waits() {
        return waits;
    }

    /** Returns the waits of consumers. */
    public TimedWaits receiving() {
        return receiving;
    }

    /** Returns the gate that the sends of all accounts pass. It is open at each start of the component. */
    public SendGate gate() {
        return gate;
    }

    /**
     * Starts a ledger and registers the account's name in it. If the ledger fails now, the name is registered before its first
     * use, so that sends without a key work in the meantime.
     */
    Ledger registered(ConnectionSettings settings, Ledger ledger) {
        started(ledger);
        if (ledger instanceof MemoryLedger) {
            return ledger;
        }
        try {
            settings.account().register(new CheckedLedger(ledger));
            return ledger;
        } catch (LedgerException unavailable) {
            if (unavailable.getCause() instanceof UnusableDatabaseException unusable) {
                throw unusable;
            }
            return new CheckedLedger(ledger, settings.account());
        }
    }

    /** Adds a ledger to the context, which starts and stops it if it is a Camel service. */
    Ledger started(Ledger ledger) {
        try {
            context.addService(ledger);
            return ledger;
        } catch (Exception failed) {
            throw RuntimeCamelException.wrapRuntimeException(failed);
        }
    }

    /** Returns the connection to an account. It connects with the first call. */
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

    /** Returns the current time of an API; empty if none of its accounts has had an answer. */
    public Optional<Instant> apiTime(URI baseUrl) {
        return connections.clocks(baseUrl).stream()
                .flatMap(clock -> clock.earliest(clock.now()).stream())
                .min(Comparator.naturalOrder());
    }

    /** Keeps these secrets out of all texts that quote the server, from now on. */
    public void withhold(Collection<String> secrets) {
        webhookSecrets.addAll(secrets);
    }

    /** Returns all accounts in use. */
    public List<AccountState> states() {
        return connections.used().stream().map(this::state).toList();
    }

    /** Returns the account with these settings; empty if it isn't in use. */
    public Optional<AccountState> state(ConnectionSettings settings) {
        AccountKey key = AccountKey.of(settings);
        return connections.used().stream()
                .filter(account -> account.key().equals(key))
                .findFirst()
                .map(this::state);
    }

    private AccountState state(SharedAccount account) {
        return account.state(data.openSends(account.key()));
    }

    @Override
    protected void doStart() {
        timer = SchedulerFactory.open(context, this, "CliqtelWaits");
        deadlines = SchedulerFactory.open(context, this, "CliqtelDeadlines");
        workers = context.getExecutorServiceManager().newCachedThreadPool(this, "CliqtelCalls");
        waits = new TimedWaits(timer, new BoundedExecutor(workers, timer));
        context.addLifecycleStrategy(stopping);
        receiving = new TimedWaits(timer, workers);
        RateLimiter limiter = limits.limiter((wait, task) -> timer.schedule(task, wait, TimeUnit.NANOSECONDS), waits);
        connections = new ConnectionRegistry(
                new SharedAccount.Environment(
                        context, observers, limits, limiter, deadlines, waits, gate, webhookSecrets),
                ownKey,
                data::forget);
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
        context.getExecutorServiceManager().shutdownGraceful(workers, TimeUnit.SECONDS.toMillis(COMPLETION_SECONDS));
        context.getExecutorServiceManager().shutdownNow(timer);
    }
}
