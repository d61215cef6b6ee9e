/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.account;

import com.cliqtel.camel.client.CallPolicy;
import com.cliqtel.camel.limit.Purpose;
import com.cliqtel.camel.options.OptionChecks;
import com.cliqtel.camel.options.RetryOptions;
import com.cliqtel.camel.retry.RetryPolicy;

/** Makes the policy for calls from the options, after checks. */
public final class CallSettings {

    private CallSettings() {}

    /** @throws IllegalArgumentException when an option is wrong; the message names it and what is allowed */
    public static CallPolicy of(RetryOptions options) {
        return new CallPolicy(
                Purpose.CALL,
                RetryPolicy.times(options.getMaxRetries()),
                OptionChecks.notNegative("maxWait", options.getMaxWait()));
    }
}
