package shop;

import java.net.ServerSocket;

import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Test;

import static com.cliqtel.camel.simulator.account.Status.DELIVERED;
import static com.cliqtel.camel.simulator.junit5.SmsCondition.to;

class FirstSmsTest {

    @Test
    void sendsAnSmsAndReceivesItsDeliveryReport(@CliqtelSimulator Cliqtel cliqtel) throws Exception {
        int port = freePort();
        Main application = new Main();
        application.addOverrideProperty(
                "camel.component.cliqtel.baseUrl", cliqtel.baseUrl().toString());
        application.addOverrideProperty("camel.component.cliqtel.webhookExternalUrl", "http://127.0.0.1:" + port);
        application.addOverrideProperty("camel.server.port", String.valueOf(port));
        application.start();
        try {
            cliqtel.then()
                    .accepted("Your order has shipped!", to("+31612345678"))
                    .webhook(DELIVERED, to("+31612345678"))
                    .answered(200);
        } finally {
            application.stop();
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
