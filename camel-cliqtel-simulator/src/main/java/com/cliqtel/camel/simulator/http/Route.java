/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of the table of what can be done.
 *
 * @param method such as {@code POST}; GET answers HEAD too
 * @param path of the whole path, as it comes, percent-encoded
 * @param action gets the call, and the matched path for its groups
 */
public record Route(String method, Pattern path, BiFunction<ApiCall, Matcher, Answer> action) {

    Route(String method, String path, BiFunction<ApiCall, Matcher, Answer> action) {
        this(method, Pattern.compile(Pattern.quote(Api.BASE_PATH) + path), action);
    }

    boolean leadsTo(String wanted) {
        return path.matcher(wanted).matches();
    }

    /** HEAD is GET without a body, which the server leaves out by itself. */
    boolean takes(String wanted) {
        return method.equals(wanted) || method.equals("GET") && wanted.equals("HEAD");
    }

    Answer answer(ApiCall call) {
        Matcher matcher = path.matcher(call.path());
        matcher.matches();
        return action.apply(call, matcher);
    }
}
