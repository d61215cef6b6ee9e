/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.cliqtel.camel.simulator.account.ErrorCode;
import com.cliqtel.camel.simulator.account.Refusal;

/** Refuses calls without one of the account's API keys (reference: Authentication). */
final class AuthenticationFilter implements Responder {

    private static final Pattern BEARER = Pattern.compile("(?i:Bearer) +([^ ]+)");

    private final Set<String> keys;
    private final Responder next;

    AuthenticationFilter(Set<String> keys, Responder next) {
        this.keys = Set.copyOf(keys);
        this.next = next;
    }

    @Override
    public Answer answer(ApiCall call) {
        String key = call.onlyHeader("Authorization")
                .map(BEARER::matcher)
                .filter(Matcher::matches)
                .map(bearer -> bearer.group(1))
                .orElse("");
        if (!keys.contains(key)) {
            throw new Refusal(ErrorCode.UNAUTHENTICATED, "Missing or invalid API key");
        }
        return next.answer(call);
    }
}
