/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import java.time.Duration;

import com.cliqtel.camel.CliqtelComponentOptions;
import com.cliqtel.camel.client.CallPolicy;
import com.cliqtel.camel.limit.Purpose;
import com.cliqtel.camel.options.OptionChecks;
import com.cliqtel.camel.options.RetryOptions;
import com.cliqtel.camel.retry.RetryPolicy;

/** Makes the policy for calls from the options, after defaults and checks. */
public final class CallSettings {

    private static final int MAX_RETRIES = 3;
    private static final Duration MAX_WAIT = Duration.ofMinutes(2);

    private CallSettings() {}

    /** @throws IllegalArgumentException when an option is wrong; the message names it and what is allowed */
    public static CallPolicy of(RetryOptions own, CliqtelComponentOptions component) {
        return new CallPolicy(
                Purpose.CALL,
                RetryPolicy.times(OptionChecks.first(own.getMaxRetries(), component.getMaxRetries(), MAX_RETRIES)),
                OptionChecks.notNegative(
                        "maxWait", OptionChecks.first(own.getMaxWait(), component.getMaxWait(), MAX_WAIT)));
    }
}
