/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.simulator;

import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import com.cliqtel.camel.simulator.account.AccountNumber;
import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.simulator.junit5.CliqtelSimulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.cliqtel.camel.simulator.junit5.CliqtelSimulator.Limits.NONE;
import static org.assertj.core.api.Assertions.assertThat;

class SendTest {

    private final Cliqtel account;
    private final Simulator cliqtel;
    private final ApiClient client;

    SendTest(@CliqtelSimulator(limits = NONE) Cliqtel account) {
        account.given().account(numbers -> numbers.number(11, "+16625163513", "US", "local", true)
                .number(12, "+16625163514", "US", "local", false)
                .number(new AccountNumber(13, "+16625163515", "US", "local", true, true).inactive())
                .carrierRejects("+15550002222"));
        this.account = account;
        this.cliqtel = account.simulator();
        this.client = new ApiClient(cliqtel);
    }

    @Test
    void sendsFromANumberById() {
        HttpResponse<String> answer = client.send("""
                {"from_number_id":11,"to":"+31612345678","body":"Hello!"}""");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(cliqtel.messages()).singleElement().satisfies(message -> {
            assertThat(message.from()).isEqualTo("+16625163513");
            assertThat(message.numberId()).isEqualTo(11);
            assertThat(message.statusCallbackUrl()).isNull();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // both senders, none
                "{'from':'+16625163513','from_number_id':11,'to':'+31612345678','body':'x'}",
                "{'to':'+31612345678','body':'x'}",
                "{'from':null,'from_number_id':null,'to':'+31612345678','body':'x'}",
                // what is required is missing
                "{'from':'+16625163513','body':'x'}",
                "{'from':'+16625163513','to':'+31612345678'}",
                "{'from':'+16625163513','to':'+31612345678','body':null}",
                "{'from':'+16625163513','to':'+31612345678','body':''}",
                // not E.164
                "{'from':'16625163513','to':'+31612345678','body':'x'}",
                "{'from':'','to':'+31612345678','body':'x'}",
                "{'from':'+16625163513','to':' 31612345678','body':'x'}",
                "{'from':'+16625163513','to':'+0612345678','body':'x'}",
                "{'from':'+16625163513','to':'+316123','body':'x'}",
                "{'from':'+16625163513','to':'+3161234567890123','body':'x'}",
                "{'from':'+16625163513','to':'+31612345678\\n','body':'x'}",
                "{'from':'+16625163513','to':'','body':'x'}",
                // wrong types
                "{'from':16625163513,'to':'+31612345678','body':'x'}",
                "{'from_number_id':'11','to':'+31612345678','body':'x'}",
                "{'from_number_id':11.5,'to':'+31612345678','body':'x'}",
                "{'from_number_id':99999999999999999999,'to':'+31612345678','body':'x'}",
                "{'from_number_id':true,'to':'+31612345678','body':'x'}",
                "{'from':'+16625163513','to':31612345678,'body':'x'}",
                "{'from':'+16625163513','to':['+31612345678'],'body':'x'}",
                "{'from':'+16625163513','to':'+31612345678','body':{}}",
                "{'from':'+16625163513','to':'+31612345678','body':5}",
                "{'from':'+16625163513','to':'+31612345678','body':'x','status_callback_url':5}",
                // no callback URL
                "{'from':'+16625163513','to':'+31612345678','body':'x','status_callback_url':''}",
                "{'from':'+16625163513','to':'+31612345678','body':'x','status_callback_url':'/webhooks'}",
                "{'from':'+16625163513','to':'+31612345678','body':'x','status_callback_url':'ftp://a.example/'}",
                "{'from':'+16625163513','to':'+31612345678','body':'x','status_callback_url':'http:///x'}",
                "{'from':'+16625163513','to':'+31612345678','body':'x','status_callback_url':'//a.example/x'}",
                "{'from':'+16625163513','to':'+31612345678','body':'x','status_callback_url':'https://a b/'}",
                // half a surrogate pair
                "{'from':'+16625163513','to':'+31612345678','body':'\\ud83d'}",
                // no object, no JSON
                "[]",
                "null",
                "'text'",
                "",
                "{",
                "{} {}",
                "{'from':'+16625163513','to':'+31612345678','body':'x'} trailing"
            })
    void refusesWhatIsMissingOrInvalid(String json) {
        HttpResponse<String> answer = client.send(json.replace('\'', '"'));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).startsWith("{\"error\":{\"code\":\"validation_error\",\"message\":\"");
        assertThat(cliqtel.messages()).isEmpty();
        assertThat(cliqtel.balance()).isEqualByComparingTo("100");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"from\":\"+16625163599\"",
                "\"from\":\"+16625163514\"",
                "\"from\":\"+16625163515\"",
                "\"from_number_id\":99",
                "\"from_number_id\":12",
                "\"from_number_id\":13",
                "\"from_number_id\":0",
                "\"from_number_id\":-11"
            })
    void refusesSendersThatAreUnknownOrInactiveOrNotSmsEnabled(String sender) {
        HttpResponse<String> answer = client.send("{" + sender + ",\"to\":\"+31612345678\",\"body\":\"x\"}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .isEqualTo("{\"error\":{\"code\":\"number_not_found\","
                        + "\"message\":\"From number not found, inactive, or SMS not enabled\"}}");
    }

    @Test
    void storesAndChargesNothingWhenTheCarrierRejects() {
        HttpResponse<String> answer = client.send("""
                {"from":"+16625163513","to":"+15550002222","body":"x"}""");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .isEqualTo("{\"error\":{\"code\":\"send_failed\",\"message\":\"Carrier rejected the message\"}}");
        assertThat(cliqtel.messages()).isEmpty();
        assertThat(cliqtel.balance()).isEqualByComparingTo("100");
    }

    @Test
    void chargesTheWalletBySegmentUntilItIsTooLow() {
        account.given().wallet("0.024").account(poor -> poor.insufficientBalanceStatus(422));

        assertThat(client.text("a".repeat(161)).body()).contains("\"segments\":2,\"cost\":0.016,");
        assertThat(cliqtel.balance()).isEqualByComparingTo("0.008");
        assertThat(client.text("a".repeat(161)).statusCode()).isEqualTo(422);
        assertThat(client.text("a").statusCode()).isEqualTo(201);
        assertThat(cliqtel.balance()).isZero();
        assertThat(client.text("a").body()).contains("insufficient_balance");
        assertThat(cliqtel.messages()).extracting(Message::segments).containsExactly(2, 1);
    }

    @Test
    void answersAnEmptyWalletWith402ByDefault() {
        account.given().wallet("0");

        assertThat(client.text("x").statusCode()).isEqualTo(402);
    }

    @ParameterizedTest
    @CsvSource({"0.01,0.01", "0.0080,0.008", "1,1", "10,10", "1E+1,10", "0,0", "0.000001,0.000001", "12.5,12.5"})
    void writesCostsAsJavaScriptDoes(BigDecimal price, String written) {
        account.given().account(dear -> dear.pricePerSegment(price));

        assertThat(client.text("x").body()).contains("\"cost\":" + written + ",");
    }

    @Test
    void takes1600CharactersAndNotOneMore() {
        assertThat(client.text("😀".repeat(1600)).statusCode()).isEqualTo(201);
        assertThat(client.text("a".repeat(1601)).statusCode()).isEqualTo(422);
        assertThat(client.text("a".repeat(1601)).body()).contains("1,600");
    }

    @Test
    void keepsTextsAsTheyAre() {
        String text = "  Ünïcödé 😀 \\\" / \\u001f \\n\\t \\u2028 \\u007f  ";

        HttpResponse<String> answer = client.text(text);

        assertThat(cliqtel.messages().get(0).body()).isEqualTo("  Ünïcödé 😀 \" / \u001f \n\t \u2028 \u007f  ");
        assertThat(answer.body())
                .contains("\"body\":\"  Ünïcödé 😀 \\\" / \\u001f \\n\\t \u2028 \u007f  \",\"direction\"");
    }

    @Test
    void makesTwoMessagesOfTheSameTextSentTwice() {
        client.text("once");
        client.text("once");

        assertThat(cliqtel.messages()).extracting(Message::id).containsExactly(42L, 43L);
    }

    @Test
    void ignoresFieldsItDoesNotKnow() {
        assertThat(client.send("""
                        {"from":"+16625163513","to":"+31612345678","body":"x","priority":{"high":[1]}}""").statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonp", "application/vnd.a+json"
            })
    void refusesOtherContentTypes(String contentType) {
        HttpResponse<String> answer = ApiClient.exchange(client.to("/messages")
                .header("Authorization", "Bearer " + cliqtel.apiKey())
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString("{\"from\":\"+16625163513\",\"to\":\"+31612345678\",\"body\":\"x\"}"))
                .build());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Content-Type");
    }

    @Test
    void takesJsonWithACharset() {
        HttpResponse<String> answer = ApiClient.exchange(client.to("/messages")
                .header("Authorization", "Bearer " + cliqtel.apiKey())
                .header("Content-Type", "Application/JSON; charset=utf-8")
                .POST(BodyPublishers.ofString("{\"from\":\"+16625163513\",\"to\":\"+31612345678\",\"body\":\"x\"}"))
                .build());

        assertThat(answer.statusCode()).isEqualTo(201);
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        byte[] latin1 = "{\"from\":\"+16625163513\",\"to\":\"+31612345678\",\"body\":\"é\"}"
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(client.send(latin1).statusCode()).isEqualTo(422);
        assertThat(client.send(latin1).body()).contains("UTF-8");
    }
}
