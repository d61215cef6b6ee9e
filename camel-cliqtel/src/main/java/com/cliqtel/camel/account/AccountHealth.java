/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

import com.cliqtel.camel.client.SharedCheck;
import com.cliqtel.camel.client.SharedCheck.Heard;
import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.error.CliqtelThrottledException;
import com.cliqtel.camel.error.ErrorCode;
import com.cliqtel.camel.model.ApiList;
import com.cliqtel.camel.model.SmsNumber;
import com.cliqtel.camel.wire.Answer;
import org.apache.camel.CamelContext;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.health.HealthCheckResultStrategy;

/**
 * Camel's readiness check of one account: whether Cliqtel answers and accepts the API key. It calls the API for the list of
 * numbers and keeps the result for a while. A caller waits two seconds at most. Thread-safe.
 */
final class AccountHealth implements HealthCheck {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);
    private static final String STOPPING = "The component is stopping and did not call Cliqtel";

    private final CamelContext context;
    private final Account account;
    private final AtomicReference<Heard<Answer<ApiList<SmsNumber>>>> lastCalled = new AtomicReference<>();
    private volatile boolean enabled = true;

    /**
     * The account that the check calls.
     *
     * @param id the id of the check
     * @param fingerprint the account's name; not a secret
     * @param baseUrl the address of the API
     * @param numbers calls the API for the account's numbers
     * @param concernsAll whether a failure makes the whole application not ready; otherwise the check is UNKNOWN. Its argument
     *     is null if the answer is late
     */
    record Account(
            String id,
            String fingerprint,
            URI baseUrl,
            SharedCheck<Answer<ApiList<SmsNumber>>> numbers,
            Predicate<CliqtelException> concernsAll) {

        Account named(String other) {
            return new Account(other, fingerprint, baseUrl, numbers, concernsAll);
        }
    }

    AccountHealth(CamelContext context, Account account) {
        this.context = context;
        this.account = account;
    }

    @Override
    public String getId() {
        return account.id();
    }

    @Override
    public String getGroup() {
        return "camel";
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    @Override
    public Result call(Map<String, Object> options) {
        HealthCheckResultBuilder result = HealthCheckResultBuilder.on(this)
                .detail(CHECK_ID, getId())
                .detail(CHECK_GROUP, getGroup())
                .detail(CHECK_KIND, Kind.READINESS)
                .detail("cliqtel.account", account.fingerprint())
                .detail("cliqtel.base.url", account.baseUrl().toString());
        if (enabled) {
            check(result);
        } else {
            result.unknown().message("Disabled").detail(CHECK_ENABLED, false);
        }
        if (result.message() != null) {
            // Spring Boot shows the details but not the message
            result.detail("cliqtel.message", result.message());
        }
        HealthCheckResultStrategy strategy = context.getRegistry().findSingleByType(HealthCheckResultStrategy.class);
        if (strategy != null) {
            strategy.processResult(this, options, result);
        }
        return result.build();
    }

    private void check(HealthCheckResultBuilder result) {
        Heard<Answer<ApiList<SmsNumber>>> heard = heard();
        if (heard == null) {
            notReady(result, null)
                    .message("Cliqtel has not answered yet: " + account.baseUrl() + " was asked "
                            + LONGEST_WAIT.toSeconds() + " s ago");
            return;
        }
        boolean noPermit = heard.failure() instanceof CliqtelThrottledException own
                && own.getCode().equals(ErrorCode.NO_PERMIT);
        // a missing permit of our own limiter doesn't show the state of Cliqtel, so the earlier result stays
        Heard<Answer<ApiList<SmsNumber>>> counted =
                noPermit ? Optional.ofNullable(lastCalled.get()).orElse(heard) : heard;
        if (!noPermit) {
            lastCalled.set(heard);
        }
        result.detail("cliqtel.asked.time", counted.at().toString());
        if (counted.failure() == null) {
            result.up().detail("cliqtel.numbers", counted.answer().value().size());
        } else {
            failed(result, counted.failure());
        }
        if (noPermit) {
            result.detail("cliqtel.throttled", true);
        }
    }

    private HealthCheckResultBuilder notReady(HealthCheckResultBuilder result, CliqtelException failure) {
        return account.concernsAll().test(failure) ? result.down() : result.unknown();
    }

    // null before the first result; a result counts until there is a newer one
    private Heard<Answer<ApiList<SmsNumber>>> heard() {
        try {
            return account.numbers().ask().get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException slow) {
            // the last known result counts
        } catch (ExecutionException never) {
            throw new IllegalStateException(never);
        }
        return account.numbers().last().orElse(null);
    }

    private void failed(HealthCheckResultBuilder result, Throwable failure) {
        if (!(failure instanceof CliqtelException known)) {
            result.unknown().message(STOPPING);
            return;
        }
        result.detail("cliqtel.error.code", known.getCode().word());
        if (known.getStatusCode() > 0) {
            result.detail(HTTP_RESPONSE_CODE, known.getStatusCode());
        }
        if (known instanceof CliqtelThrottledException throttled) {
            // the quota is used up, so the API answers; routes wait for permits
            result.up()
                    .message("Cliqtel answers, and the account's quota is used up")
                    .detail("cliqtel.throttled", true)
                    .detail(
                            "cliqtel.retry.after.seconds",
                            throttled.getRetryAfter().toSeconds());
        } else if (known.getCode().equals(ErrorCode.SHUTTING_DOWN)) {
            result.unknown().message(STOPPING);
        } else {
            // without the exception, since Spring Boot would log its stack trace at each read
            notReady(result, known).message(message(known));
        }
    }

    private String message(CliqtelException failure) {
        if (failure.getStatusCode() == 401) {
            return "Cliqtel refuses the API key (401): set camel.component.cliqtel.apiKey, or apiKey on the endpoint, to one"
                    + " that the portal's page API Keys lists";
        }
        return failure.getStatusCode() == 0
                ? "Cliqtel cannot be reached at " + account.baseUrl() + ": " + failure.getMessage()
                        + ". Check the network, and camel.component.cliqtel.baseUrl"
                : "Cliqtel answers GET " + account.baseUrl() + "/numbers with HTTP " + failure.getStatusCode() + " ("
                        + failure.getCode()
                        + "): check camel.component.cliqtel.baseUrl, and whether Cliqtel has a disturbance";
    }
}
