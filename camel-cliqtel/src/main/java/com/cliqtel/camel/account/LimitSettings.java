/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.util.function.BiFunction;

import com.cliqtel.camel.client.TimedRateLimiter;
import com.cliqtel.camel.client.TimedWaits;
import com.cliqtel.camel.limit.LimiterSettings;
import com.cliqtel.camel.limit.PerAccountRateLimiter;
import com.cliqtel.camel.limit.RateLimiter;
import com.cliqtel.camel.limit.WakeUpTimer;
import com.cliqtel.camel.options.LimitOptions;

/** The choice of the rate limiter: the component's options after checks. */
public final class LimitSettings {

    private final BiFunction<WakeUpTimer, TimedWaits, RateLimiter> making;

    private final String inWords;

    private LimitSettings(BiFunction<WakeUpTimer, TimedWaits, RateLimiter> making, String inWords) {
        this.making = making;
        this.inWords = inWords;
    }

    /** @throws IllegalArgumentException when an option is wrong; the message names it and what is allowed */
    public static LimitSettings of(LimitOptions options) {
        RateLimiter bean = options.getRateLimiter();
        if (bean != null) {
            return new LimitSettings(
                    (alarm, waits) -> new TimedRateLimiter(bean, waits),
                    "limited by a bean of " + bean.getClass().getName());
        }
        LimiterSettings rates = new LimiterSettings(
                options.getRequestsPerMinute(), options.getMessagesPerSecond(), options.getQuotaShare());
        boolean none = rates.requestsPerMinute() == 0 && rates.messagesPerSecond() == 0;
        return none
                ? new LimitSettings((alarm, waits) -> null, "without a limit of our own")
                : new LimitSettings(
                        (alarm, waits) -> new PerAccountRateLimiter(rates, System::nanoTime, alarm),
                        rates.requestsPerMinute() + " a minute and " + rates.messagesPerSecond()
                                + " SMS a second, of which our share is " + rates.quotaShare());
    }

    /** Returns the limits in words for a log. */
    @Override
    public String toString() {
        return inWords;
    }

    /** Returns the limiter of all accounts; null without a limit. */
    RateLimiter limiter(WakeUpTimer alarm, TimedWaits waits) {
        return making.apply(alarm, waits);
    }
}
