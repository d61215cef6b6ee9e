/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.util.function.BiFunction;

import com.cliqtel.camel.client.PunctualRateLimiter;
import com.cliqtel.camel.client.Waits;
import com.cliqtel.camel.limit.AccountRateLimiter;
import com.cliqtel.camel.limit.Alarm;
import com.cliqtel.camel.limit.RateLimiter;
import com.cliqtel.camel.limit.Rates;

/** How the quota of an account is kept: the component's options after defaulting and checking. */
final class LimitSettings {

    private static final int REQUESTS_PER_MINUTE = 60;
    private static final int MESSAGES_PER_SECOND = 10;

    private final BiFunction<Alarm, Waits, RateLimiter> making;

    private final String inWords;
    private final BeanOfOneAccount bean;

    private LimitSettings(BiFunction<Alarm, Waits, RateLimiter> making, String inWords, RateLimiter bean) {
        this.making = making;
        this.inWords = inWords;
        this.bean = BeanOfOneAccount.of(bean);
    }

    /** @throws IllegalArgumentException saying which option is wrong and what would be right */
    static LimitSettings of(CliqtelComponentOptions component) {
        RateLimiter bean = component.getRateLimiter();
        if (bean != null) {
            return new LimitSettings(
                    (alarm, waits) -> new PunctualRateLimiter(bean, waits),
                    "as the bean of " + bean.getClass().getName() + " lets them",
                    bean);
        }
        Rates rates = new Rates(
                Options.first(component.getRequestsPerMinute(), null, REQUESTS_PER_MINUTE),
                Options.first(component.getMessagesPerSecond(), null, MESSAGES_PER_SECOND),
                Options.first(component.getQuotaShare(), null, 1.0));
        boolean none = rates.requestsPerMinute() == 0 && rates.messagesPerSecond() == 0;
        return none
                ? new LimitSettings((alarm, waits) -> null, "without a limit of our own", null)
                : new LimitSettings(
                        (alarm, waits) -> new AccountRateLimiter(rates, System::nanoTime, alarm),
                        rates.requestsPerMinute() + " a minute and " + rates.messagesPerSecond()
                                + " SMS a second, of which our share is " + rates.quotaShare(),
                        null);
    }

    /** In words for a log. */
    @Override
    public String toString() {
        return inWords;
    }

    /** The limiter of a new account; null where nothing limits it. */
    RateLimiter limiter(Alarm alarm, Waits waits) {
        return making.apply(alarm, waits);
    }

    /**
     * Reserves the limiter bean, if there is one, for an account.
     *
     * @throws IllegalStateException when another account uses the bean
     */
    void claim(String account) {
        bean.claim(account);
    }

    /** Ends a reservation of the bean. */
    void release(String account) {
        bean.release(account);
    }
}
