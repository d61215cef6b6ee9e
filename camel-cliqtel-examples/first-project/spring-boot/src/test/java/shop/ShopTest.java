package shop;

import java.io.IOException;
import java.net.ServerSocket;

import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import org.apache.camel.CamelContext;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static com.cliqtel.camel.simulator.account.Status.DELIVERED;
import static com.cliqtel.camel.simulator.junit5.SmsCondition.to;

@CamelSpringBootTest
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT, properties = "camel.springboot.auto-startup=false")
class ShopTest {

    @CliqtelSimulator
    private static Cliqtel cliqtel;

    @Autowired
    private CamelContext context;

    @DynamicPropertySource
    static void cliqtel(DynamicPropertyRegistry properties) throws IOException {
        int port = freePort();
        properties.add("server.port", () -> port);
        properties.add("camel.component.cliqtel.base-url", cliqtel::baseUrl);
        properties.add("camel.component.cliqtel.webhook-external-url", () -> "http://127.0.0.1:" + port);
    }

    @Test
    void sendsAnSmsAndReceivesItsDeliveryReport() throws Exception {
        // the account is that of this test from here on
        context.getRouteController().startAllRoutes();

        cliqtel.then()
                .accepted("Your order has shipped!", to("+31612345678"))
                .webhook(DELIVERED, to("+31612345678"))
                .answered(200);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
