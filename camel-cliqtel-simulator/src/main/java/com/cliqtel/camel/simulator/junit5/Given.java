/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.junit5;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import com.cliqtel.camel.simulator.SimulatorBuilder;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.webhook.WebhookSettings;

/**
 * What an account is like in one test. Each call takes effect at once, and adds to those before it; the calls that the account has
 * received until then are forgotten, and what they used of its limits. Not for use by several threads.
 */
public final class Given {

    // far from the two of the reference
    private static final long FIRST_NUMBER_ID = 101;

    private final Cliqtel cliqtel;

    Given(Cliqtel cliqtel) {
        this.cliqtel = cliqtel;
    }

    /**
     * What is in the wallet.
     *
     * @param eur such as {@code "0.01"}; 0 or more, at most six decimals
     * @return this
     * @throws IllegalArgumentException when it is no such amount
     */
    public Given wallet(String eur) {
        return account(account -> account.balance(new BigDecimal(eur)));
    }

    /**
     * Numbers of the account, all of which can send. The first time, they replace the two of the reference. Their ids count from
     * 101, their country is {@code US}; set other numbers with {@link #account}.
     *
     * @param numbers in E.164 format
     * @return this
     * @throws IllegalArgumentException when one is not, or is there already
     */
    public Given numbers(String... numbers) {
        long first = cliqtel.simulator().numbers().stream()
                .mapToLong(number -> number.id() + 1)
                .filter(id -> id > FIRST_NUMBER_ID)
                .max()
                .orElse(FIRST_NUMBER_ID);
        return account(account -> {
            AtomicLong id = new AtomicLong(first);
            for (String number : numbers) {
                account.number(id.getAndIncrement(), number, "US", "local", true);
            }
        });
    }

    /**
     * How many calls a minute it allows.
     *
     * @param calls 0 is no limit
     * @return this
     * @throws IllegalArgumentException when it is negative
     */
    public Given requestsPerMinute(int calls) {
        return account(account -> account.requestsPerMinute(calls));
    }

    /**
     * How many messages a second it allows to be sent.
     *
     * @param messages 0 is no limit
     * @return this
     * @throws IllegalArgumentException when it is negative
     */
    public Given messagesPerSecond(int messages) {
        return account(account -> account.messagesPerSecond(messages));
    }

    /**
     * How long a message takes from queued to its end, in the simulator's time.
     *
     * @param time zero or more
     * @return this
     * @throws IllegalArgumentException when it is negative
     */
    public Given deliveryTime(Duration time) {
        return account(account -> account.deliveryTime(time));
    }

    /**
     * Phones at which nothing arrives: messages to them end failed.
     *
     * @param phones in E.164 format
     * @return this
     * @throws IllegalArgumentException when one is not
     */
    public Given phoneFails(String... phones) {
        return account(account -> {
            for (String phone : phones) {
                account.fails(PhoneArguments.requireE164(phone));
            }
        });
    }

    /**
     * What goes wrong with calls.
     *
     * @param rules only the first that applies to a call is used
     * @return this
     */
    public Given fault(FaultRule... rules) {
        return account(account -> account.faults(rules));
    }

    /**
     * How webhooks are sent.
     *
     * @param manner late, twice, out of order, forged…
     * @return this
     */
    public Given webhooks(WebhookSettings manner) {
        return account(account -> account.webhooks(manner));
    }

    /**
     * Whatever else it is like. The time, the host, the port and the webhookTimeout are not to be changed.
     *
     * @param changes done at once, and again at each later call of this test's {@code given()}
     * @return this
     * @throws IllegalArgumentException when the changes are refused; the account is then as before
     */
    public Given account(Consumer<SimulatorBuilder> changes) {
        cliqtel.give(changes);
        return this;
    }
}
