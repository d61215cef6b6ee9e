/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.model.SmsNumber;
import com.cliqtel.camel.simulator.fault.Fault;
import com.cliqtel.camel.simulator.fault.FaultRule;
import com.cliqtel.camel.simulator.fault.Symptom;
import com.cliqtel.camel.simulator.http.ReceivedCall;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Every sample of the API's reference: its requests are what we send, its answers are read into the right values. */
class ReferenceSamplesTest {

    private static final String MESSAGE = """
            {
                "id": 42,
                "from": "+16625163513",
                "to": "+31612345678",
                "body": "Your order #1234 has shipped!",
                "direction": "outbound",
                "status": "%s",
                "segments": 1,
                "cost": 0.008,
                "currency": "EUR",
                "carrier": "didfarm",
                "created_at": "2026-04-03T10:15:30+00:00"
            }""";

    @CliqtelSimulator
    private Cliqtel cliqtel;

    @Test
    void sendSms() throws Exception {
        answering(201, "{\"data\":" + MESSAGE.formatted("queued") + "}");
        Exchange out = call("cliqtel:send?from=+16625163513&to=+31612345678", "Your order #1234 has shipped!");

        assertRequest("POST /api/v1/sms/messages", """
                {"from": "+16625163513", "to": "+31612345678", "body": "Your order #1234 has shipped!"}""");
        assertMessage(out.getMessage().getBody(Sms.class), "queued");
    }

    @Test
    void sendWithCallback() throws Exception {
        String message = MESSAGE.formatted("queued").replace("Your order #1234 has shipped!", "Hello!");
        answering(201, "{\"data\":" + message + "}");
        call(
                "cliqtel:send",
                Map.of(
                        "from", "+16625163513",
                        "to", "+31612345678",
                        "body", "Hello!",
                        "status_callback_url", "https://yourapp.com/webhooks/sms"));

        assertRequest("POST /api/v1/sms/messages", """
                {"from": "+16625163513", "to": "+31612345678", "body": "Hello!",
                 "status_callback_url": "https://yourapp.com/webhooks/sms"}""");
    }

    @Test
    void listMessages() throws Exception {
        String answer = "{\"data\":[" + MESSAGE.formatted("delivered")
                + "],\"meta\":{\"total\":156,\"page\":1,\"per_page\":10,\"total_pages\":16}}";
        answering(200, answer);
        Exchange out = call("cliqtel:list?direction=outbound&perPage=10", null);

        // the sample leaves the page out, whose default is 1
        assertRequest("GET /api/v1/sms/messages?direction=outbound&page=1&per_page=10", null);
        List<?> messages = out.getMessage().getBody(List.class);
        assertThat(messages).hasSize(1);
        assertMessage((Sms) messages.get(0), "delivered");
        assertThat(out.getMessage().getHeaders())
                .containsEntry(CliqtelConstants.LIST_TOTAL, 156)
                .containsEntry(CliqtelConstants.LIST_TOTAL_PAGES, 16);
    }

    @Test
    void getMessage() throws Exception {
        answering(200, "{\"data\":" + MESSAGE.formatted("delivered") + "}");
        Exchange out = call("cliqtel:get?messageId=42", null);

        assertRequest("GET /api/v1/sms/messages/42", null);
        assertMessage(out.getMessage().getBody(Sms.class), "delivered");
    }

    @Test
    void listSmsNumbers() throws Exception {
        String answer = """
                {"data": [
                    { "id": 11, "number": "+16625163513", "country_code": "US", "number_type": "local", "sms_enabled": true },
                    { "id": 6, "number": "+16315950406", "country_code": "US", "number_type": "local", "sms_enabled": true }
                ]}""";
        answering(200, answer);
        Exchange out = call("cliqtel:numbers", null);

        assertRequest("GET /api/v1/sms/numbers", null);
        List<?> numbers = out.getMessage().getBody(List.class);
        assertThat(numbers).hasSize(2);
        SmsNumber second = (SmsNumber) numbers.get(1);
        assertThat(List.of(
                        second.id(), second.number(), second.countryCode(), second.numberType(), second.smsEnabled()))
                .containsExactly(6L, "+16315950406", "US", "local", true);
    }

    @Test
    void whatTheApiAddsOrChangesFailsNothing() throws Exception {
        String answer = "{\"data\":{\"id\":\"43\",\"status\":\"teleported\",\"cost\":\"0.0080\",\"segments\":null,"
                + "\"created_at\":\"soon\",\"new\":{\"a\":[1]}},\"more\":1}";
        answering(201, answer);
        Sms sms = call("cliqtel:send?from=+16625163513&to=+31612345678", "x")
                .getMessage()
                .getBody(Sms.class);

        assertThat(sms.id()).isEqualTo(43);
        assertThat(sms.status()).hasToString("teleported");
        assertThat(sms.status().isFinal()).isFalse();
        assertThat(sms.cost()).isEqualTo(new BigDecimal("0.0080"));
        assertThat(sms.segments()).isNull();
        assertThat(sms.createdAt()).isNull();
        assertThat(sms.json()).containsKey("new").containsEntry("segments", null);
    }

    private static void assertMessage(Sms sms, String status) {
        assertThat(sms.id()).isEqualTo(42);
        assertThat(sms.from()).isEqualTo("+16625163513");
        assertThat(sms.to()).isEqualTo("+31612345678");
        assertThat(sms.body()).isEqualTo("Your order #1234 has shipped!");
        assertThat(sms.direction()).hasToString("outbound");
        assertThat(sms.status()).hasToString(status);
        assertThat(sms.segments()).isEqualTo(1);
        assertThat(sms.cost()).isEqualTo(new BigDecimal("0.008"));
        assertThat(sms.currency()).isEqualTo("EUR");
        assertThat(sms.carrier()).isEqualTo("didfarm");
        assertThat(sms.createdAt()).isEqualTo(OffsetDateTime.parse("2026-04-03T10:15:30Z"));
        assertThat(sms.updatedAt()).isNull();
    }

    private void assertRequest(String line, String body) throws Exception {
        assertThat(cliqtel.simulator().calls()).hasSize(1);
        ReceivedCall call = cliqtel.simulator().calls().get(0);
        assertThat(call.method() + " " + call.path() + (call.query() == null ? "" : "?" + call.query()))
                .isEqualTo(line);
        assertThat(call.header("Authorization")).isEqualTo("Bearer YOUR_API_KEY");
        if (body == null) {
            assertThat(call.body()).isEmpty();
        } else {
            assertThat(call.header("Content-Type")).isEqualTo("application/json");
            JsonNode sent = new ObjectMapper().readTree(call.body());
            assertThat(sent).isEqualTo(new ObjectMapper().readTree(body));
        }
    }

    private void answering(int status, String json) {
        cliqtel.given()
                .fault(FaultRule.calls(
                        Fault.beforeAcceptance(Symptom.status(status).json(json))));
    }

    private Exchange call(String uri, Object body) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            CliqtelComponent component = context.getComponent("cliqtel", CliqtelComponent.class);
            component.getConnection().setApiKey("YOUR_API_KEY");
            component.getConnection().setBaseUrl(cliqtel.baseUrl().toString());
            context.start();
            Exchange out = context.createFluentProducerTemplate()
                    .to(uri)
                    .withBody(body)
                    .request(Exchange.class);
            assertThat(out.getException()).isNull();
            return out;
        }
    }
}
