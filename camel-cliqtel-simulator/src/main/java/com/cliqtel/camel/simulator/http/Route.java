/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A method, a path, and the action that answers a call to them.
 *
 * @param method an HTTP method such as {@code POST}; {@code GET} also matches HEAD
 * @param path the pattern of the whole percent-encoded path
 * @param action gets the call and the matched path with its groups
 */
public record Route(String method, Pattern path, BiFunction<ApiCall, Matcher, Answer> action) {

    /** The path of the API; the path of every API call begins with it. */
    public static final String BASE_PATH = "/api/v1/sms";

    Route(String method, String path, BiFunction<ApiCall, Matcher, Answer> action) {
        this(method, Pattern.compile(Pattern.quote(BASE_PATH) + path), action);
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
