/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import com.cliqtel.camel.simulator.account.ErrorCode;
import com.cliqtel.camel.simulator.account.Refusal;

/** Calls the first route that matches a call's path and method. */
public final class Router implements Responder {

    private final List<Route> routes;

    /**
     * Creates a router.
     *
     * @param routes the routes, in the order in which they are tried
     */
    public Router(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    @Override
    public Answer answer(ApiCall call) {
        List<Route> there =
                routes.stream().filter(route -> route.leadsTo(call.path())).toList();
        if (there.isEmpty()) {
            throw new Refusal(ErrorCode.NOT_FOUND, "Nothing is found at this path");
        }
        if (call.isTooLarge()) {
            return Answer.error(413, "payload_too_large", "The request body must not exceed 1 MiB");
        }
        Optional<Route> route =
                there.stream().filter(r -> r.takes(call.method())).findFirst();
        return route.map(r -> r.answer(call)).orElseGet(() -> notAllowed(there));
    }

    private static Answer notAllowed(List<Route> there) {
        String methods = there.stream().map(Route::method).collect(Collectors.joining(", "));
        return Answer.error(405, "method_not_allowed", "This path takes " + methods)
                .with("Allow", methods);
    }
}
