/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;

import static com.cliqtel.camel.simulator.junit5.SmsCondition.to;

// README: example
class ShopWithCamelTestSupportTest extends CamelTestSupport {

    @CliqtelSimulator
    private Cliqtel cliqtel;

    @Override
    protected CamelContext createCamelContext() throws Exception {
        CamelContext context = super.createCamelContext();
        CliqtelComponent component = context.getComponent("cliqtel", CliqtelComponent.class);
        component.getConnection().setBaseUrl(cliqtel.baseUrl().toString());
        component.getConnection().setApiKey(cliqtel.apiKey());
        return context;
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new ShopRoutes();
    }

    @Test
    void sendsAnSmsToTheCustomer() {
        template.sendBodyAndHeader("direct:shipped", null, CliqtelConstants.TO, "+31612345678");

        cliqtel.then().accepted("Your order has shipped", to("+31612345678"));
    }
    // README: end

    @Test
    void leavesTheCustomerAlone() {
        cliqtel.when().messageArrives("+31612345678", "+16625163513", "STOP");

        cliqtel.then().accepted("You will not hear from us again", to("+31612345678"));
    }
}
