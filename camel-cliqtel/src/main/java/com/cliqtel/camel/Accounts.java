/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import com.cliqtel.camel.client.CliqtelApi;
import com.cliqtel.camel.client.FewAtATime;
import com.cliqtel.camel.client.Gate;
import com.cliqtel.camel.client.Line;
import com.cliqtel.camel.client.Manner;
import com.cliqtel.camel.client.ServerClock;
import com.cliqtel.camel.client.Waits;
import com.cliqtel.camel.inbox.Inbox;
import com.cliqtel.camel.inbox.Source;
import com.cliqtel.camel.inbox.Topic;
import com.cliqtel.camel.ledger.Ledger;
import com.cliqtel.camel.limit.Purpose;
import com.cliqtel.camel.limit.RateLimiter;
import com.cliqtel.camel.observe.Observers;
import com.cliqtel.camel.observe.QuotaLeft;
import com.cliqtel.camel.reconcile.AccountSends;
import com.cliqtel.camel.reconcile.Unknowns;
import com.cliqtel.camel.retry.RetryPolicy;
import com.cliqtel.camel.webhook.Deliveries;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.LifecycleStrategy;
import org.apache.camel.spi.OnCamelContextStopping;
import org.apache.camel.support.LifecycleStrategySupport;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What all endpoints of a component share: of each account one HTTP client, one limiter and one memory of its sends. Each is
 * made when it is first asked for. Thread-safe.
 */
final class Accounts extends ServiceSupport {

    // a look at the list of messages is worth waiting for, longer than any exchange would wait
    private static final Manner LOOKING = new Manner(Purpose.RECONCILE, RetryPolicy.times(3), Duration.ofMinutes(5));
    private static final long LAST_WORDS_SECONDS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(CliqtelComponent.class);

    private final CamelContext context;
    private final LimitSettings limits;
    private final Observers observers;
    private final Map<ConnectionSettings, Connected> connected = new ConcurrentHashMap<>();
    private final Map<Key, Shared> shared = new ConcurrentHashMap<>();
    private final Map<Books, AccountSends> sends = new ConcurrentHashMap<>();
    private final Readers readers = new Readers();
    private final HealthChecks health;
    private final Gate gate = new Gate();
    private final Unknowns unknowns = new Unknowns();
    // before Camel waits for the exchanges in flight: what waits would hold up the shutdown for all of its timeout
    private final LifecycleStrategy stopping =
            LifecycleStrategySupport.adapt((OnCamelContextStopping) context -> waits().close());
    private ScheduledExecutorService timer;
    private ExecutorService workers;
    private Waits waits;
    private Waits receiving;

    Accounts(CamelContext context, LimitSettings limits, Observers observers) {
        this.context = context;
        this.limits = limits;
        this.health = new HealthChecks(context);
        this.observers = observers;
    }

    /** An account, whichever way it is reached. */
    private record Key(URI baseUrl, String apiKey) {
        static Key of(ConnectionSettings settings) {
            return new Key(settings.baseUrl(), settings.apiKey());
        }

        /** What tells it from others; no secret. */
        String hash() {
            return Secrets.fingerprint(baseUrl + " " + apiKey);
        }

        // a record's own is made when it is first asked for, by machinery that nothing else at a start needs
        @Override
        public int hashCode() {
            return Objects.hash(baseUrl, apiKey);
        }

        @Override
        public String toString() {
            return baseUrl.toString();
        }
    }

    /** What calls to one account share, whichever way they reach it. */
    private record Shared(RateLimiter limiter, ServerClock clock, QuotaLeft quota) {}

    /** One way of reaching an account. */
    private record Connected(CamelHttp http, Line line) {}

    /** What is remembered of an account, and where. */
    private record Books(Key account, Ledger ledger) {

        @Override
        public int hashCode() {
            return Objects.hash(account, ledger);
        }
    }

    CliqtelApi api(ConnectionSettings settings, Manner manner) {
        return CliqtelApi.over(line(settings), manner);
    }

    AccountSends sends(ConnectionSettings settings, Ledger ledger) {
        Key account = Key.of(settings);
        start(ledger);
        return sends.computeIfAbsent(
                new Books(account, ledger),
                made -> new AccountSends(
                        line(settings),
                        api(settings, LOOKING),
                        new AccountSends.Kept(ledger, account.hash()),
                        unknowns,
                        new SendLog()));
    }

    Deliveries deliveries(String reader, Ledger ledger) {
        start(ledger);
        return new Deliveries(ledger, reader, new WebhookLog());
    }

    /** Where calls wait. */
    Waits waits() {
        return waits;
    }

    /** Where those who receive wait: for each other, and for the time to say that they still work. */
    Waits receiving() {
        return receiving;
    }

    /** What an endpoint reads, to be opened by {@link #readers()}. */
    Readers.Wanted wanted(ConnectionSettings settings, Topic topic, PollSettings polling, Ledger ledger) {
        start(ledger);
        Inbox.Books books = new Inbox.Books(ledger, Key.of(settings).hash());
        Source source =
                new Source(api(settings, polling.manner()), line(settings).clock());
        return new Readers.Wanted(source, topic, polling.reading(), books);
    }

    /** Where the sends of all accounts pass, or wait; open at each start of the component. */
    Gate gate() {
        return gate;
    }

    /** The sends of all accounts that ended unknown since the component's start. */
    Unknowns unknowns() {
        return unknowns;
    }

    Readers readers() {
        return readers;
    }

    // a ledger may be a service of Camel's, which the context then starts and stops
    private void start(Ledger ledger) {
        try {
            context.addService(ledger);
        } catch (Exception failed) {
            throw RuntimeCamelException.wrapRuntimeException(failed);
        }
    }

    Line line(ConnectionSettings settings) {
        return connected.computeIfAbsent(settings, this::connect).line();
    }

    private Connected connect(ConnectionSettings settings) {
        Key account = Key.of(settings);
        Shared common = shared.computeIfAbsent(
                account,
                made -> new Shared(
                        limits.limiter(this::alarm, waits),
                        new ServerClock(),
                        new QuotaLeft(account.hash(), observers)));
        CamelHttp http = new CamelHttp(context, settings);
        ServiceHelper.startService(http);
        LOG.info("Calls go to {} (account {}), {}", settings.baseUrl(), account.hash(), limits);
        Line line = new Line(
                http.connection(), common.limiter(), common.clock(), waits, observers.and(common.quota()), gate);
        health.watch(account.hash(), settings.baseUrl(), line);
        return new Connected(http, line);
    }

    /** The time at an API, at a time of this machine's clock; empty while no account there has had an answer. */
    Optional<Instant> apiTime(URI baseUrl, Instant local) {
        return shared.entrySet().stream()
                .filter(each -> each.getKey().baseUrl().equals(baseUrl))
                .flatMap(each -> each.getValue().clock().earliest(local).stream())
                .min(Comparator.naturalOrder());
    }

    /** All accounts that have been reached. */
    List<AccountState> states() {
        return shared.keySet().stream().map(this::state).toList();
    }

    /** The account that is reached so; empty while it has not been. */
    Optional<AccountState> state(ConnectionSettings settings) {
        Key account = Key.of(settings);
        return shared.containsKey(account) ? Optional.of(state(account)) : Optional.empty();
    }

    private AccountState state(Key account) {
        Shared common = shared.get(account);
        int open = sends.entrySet().stream()
                .filter(kept -> kept.getKey().account().equals(account))
                .mapToInt(kept -> kept.getValue().open())
                .sum();
        return new AccountState(
                account.hash(),
                account.baseUrl(),
                common.quota().last(),
                Optional.ofNullable(common.limiter()).flatMap(RateLimiter::usage),
                open);
    }

    private void alarm(long nanos, Runnable task) {
        timer.schedule(task, nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    protected void doStart() {
        timer = Timers.open(context, this, "CliqtelWaits");
        workers = context.getExecutorServiceManager().newCachedThreadPool(this, "CliqtelCalls");
        waits = new Waits(timer, new FewAtATime(workers, timer));
        context.addLifecycleStrategy(stopping);
        receiving = new Waits(timer, workers);
    }

    // first what waits, each ending as not sent; then what is under way; then those who tell the routes of it
    @Override
    protected void doStop() {
        context.getLifecycleStrategies().remove(stopping);
        health.close();
        waits.close();
        receiving.close();
        connected.values().forEach(way -> ServiceHelper.stopService(way.http()));
        context.getExecutorServiceManager().shutdownGraceful(workers, TimeUnit.SECONDS.toMillis(LAST_WORDS_SECONDS));
        context.getExecutorServiceManager().shutdownNow(timer);
        connected.clear();
        shared.clear();
        sends.clear();
    }
}
