/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator.http;

import java.util.List;

import com.cliqtel.camel.simulator.openapi.Document;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RoutesTest {

    private final List<Document.Operation> operations = new Document().operations();
    private final List<Route> routes = new ApiRoutes(null, null, null).routes();

    @Test
    void leadToNothingThatTheDocumentDoesNotHave() {
        assertThat(routes).allSatisfy(route -> assertThat(operations).anyMatch(operation -> isFor(route, operation)));
    }

    @Test
    void leadToEverythingThatTheDocumentHas() {
        assertThat(operations).allSatisfy(operation -> assertThat(routes).anyMatch(route -> isFor(route, operation)));
    }

    private static boolean isFor(Route route, Document.Operation operation) {
        return route.takes(operation.method()) && route.leadsTo(Route.BASE_PATH + operation.path("42"));
    }
}
