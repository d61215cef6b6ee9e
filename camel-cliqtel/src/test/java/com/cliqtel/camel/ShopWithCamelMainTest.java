/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import org.apache.camel.BindToRegistry;
import org.apache.camel.EndpointInject;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.MainConfigurationProperties;
import org.apache.camel.test.main.junit5.CamelMainTest;
import org.apache.camel.test.main.junit5.Configure;
import org.junit.jupiter.api.Test;

import static com.cliqtel.camel.simulator.junit5.SmsCondition.to;

// README: example
@CamelMainTest
class ShopWithCamelMainTest {

    @CliqtelSimulator
    private Cliqtel cliqtel;

    @EndpointInject("direct:shipped")
    private ProducerTemplate shipped;

    @BindToRegistry("cliqtel")
    CliqtelComponent component() {
        CliqtelComponent component = new CliqtelComponent();
        component.getConnection().setBaseUrl(cliqtel.baseUrl().toString());
        component.getConnection().setApiKey(cliqtel.apiKey());
        return component;
    }

    @Configure
    void routes(MainConfigurationProperties main) {
        main.addRoutesBuilder(new ShopRoutes());
    }

    @Test
    void sendsAnSmsToTheCustomer() {
        shipped.sendBodyAndHeader(null, CliqtelConstants.TO, "+31612345678");

        cliqtel.then().accepted("Your order has shipped", to("+31612345678"));
    }
    // README: end

    @Test
    void leavesTheCustomerAlone() {
        cliqtel.when().messageArrives("+31612345678", "+16625163513", "STOP");

        cliqtel.then().accepted("You will not hear from us again", to("+31612345678"));
    }
}
