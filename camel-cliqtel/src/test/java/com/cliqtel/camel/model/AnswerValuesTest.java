/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.cliqtel.camel.text.MessageText;
import com.cliqtel.camel.text.PhoneNumber;
import com.cliqtel.camel.wire.Answer;
import com.cliqtel.camel.wire.Page;
import com.cliqtel.camel.wire.RateLimits;
import com.cliqtel.camel.wire.Sender;
import com.cliqtel.camel.wire.SmsQuery;
import com.cliqtel.camel.wire.Submission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every object of the API has in common: nothing changes it, numbers are equal by value, and no text of it shows its content. */
class AnswerValuesTest {

    private static final PhoneNumber TO = new PhoneNumber("+31612345678");

    private static Map<String, Object> message(Object cost) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", 42);
        json.put("number", "+31612345678");
        json.put("from", "+16625163513");
        json.put("to", "+31612345678");
        json.put("body", "canary text");
        json.put("cost", cost);
        json.put("parts", new ArrayList<>(List.of(new LinkedHashMap<>(Map.of("cost", cost)))));
        return json;
    }

    private static Map<String, Object> envelope(String event, Map<String, Object> data) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("event", event);
        json.put("data", data);
        return json;
    }

    private static List<ApiObject> all(Object cost) {
        return List.of(
                Sms.of(message(cost)),
                SmsNumber.of(message(cost)),
                WebhookContent.of(envelope(StatusUpdate.EVENT, message(cost))),
                WebhookContent.of(envelope("sms.other", message(cost))));
    }

    static Stream<ApiObject> made() {
        Map<String, Object> json = message(1);
        return Stream.of(
                Sms.of(json),
                SmsNumber.of(json),
                StatusUpdate.of(envelope(StatusUpdate.EVENT, json)),
                WebhookEvent.of(envelope("x", json)));
    }

    @ParameterizedTest
    @MethodSource("made")
    void anObjectMadeOfAMutableMapDoesNotChangeWithIt(ApiObject made) {
        assertThat(made.json()).isInstanceOf(JsonObject.class);
        assertThatThrownBy(() -> made.json().put("id", 2)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    @SuppressWarnings("unchecked")
    void anObjectDoesNotChangeWithWhatItsMapHolds() {
        Map<String, Object> json = message(1);
        Map<String, Object> part = ((List<Map<String, Object>>) json.get("parts")).get(0);
        Set<String> tags = new LinkedHashSet<>(Set.of("one"));
        String[] words = {"one"};
        StringBuilder text = new StringBuilder("one");
        json.putAll(Map.of("tags", tags, "words", words, "text", text));
        Sms sms = Sms.of(json);
        part.put("cost", 2);
        tags.add("two");
        words[0] = "two";
        text.append(" two");
        json.clear();

        assertThat(sms.json())
                .containsEntry("id", 42)
                .containsEntry("parts", List.of(Map.of("cost", 1)))
                .containsEntry("tags", List.of("one"))
                .containsEntry("words", List.of("one"))
                .containsEntry("text", "one");
    }

    @Test
    void aListDoesNotChangeWithTheListItWasMadeOf() {
        List<Sms> items = new ArrayList<>(List.of(Sms.of(message(1))));
        ApiList<Sms> list = new ApiList<>(items);
        Page page = new Page(items, null, null, null, null, 0);
        items.clear();
        assertThat(list).hasSize(1);
        assertThat(page.messages()).hasSize(1);
        assertThatThrownBy(() -> list.add(null)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void costsAreEqualByTheirValue() {
        List<List<ApiObject>> same = Stream.of(
                        new BigDecimal("0.0075"), new BigDecimal("0.00750"), new BigDecimal("75e-4"), 0.0075)
                .map(AnswerValuesTest::all)
                .toList();
        assertThat(same).allSatisfy(objects -> {
            assertThat(objects).isEqualTo(same.get(0));
            assertThat(objects).hasSameHashCodeAs(same.get(0));
        });
        assertThat(all(1)).isEqualTo(all(new BigDecimal("1.0"))).isEqualTo(all(1L));
        assertThat(all(1).get(0)).isNotEqualTo(all(2).get(0)).isNotEqualTo(all("1").get(0));
        assertThat(new ApiList<>(List.of(Sms.of(message(1)))))
                .isEqualTo(new ApiList<>(List.of(Sms.of(message(new BigDecimal("1.00"))))));
    }

    @Test
    void aNumberThatIsNotFiniteEqualsItselfAlone() {
        Sms sms = Sms.of(Map.of("id", 1, "rate", Double.NaN));
        assertThat(sms).isEqualTo(Sms.of(Map.of("id", 1, "rate", Double.NaN)));
        assertThat(sms).isNotEqualTo(Sms.of(Map.of("id", 1, "rate", 1)));
    }

    @Test
    void anObjectWithoutJsonIsRefusedByName() {
        assertThatThrownBy(() -> WebhookEvent.of(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("json");
    }

    @Test
    void aMapThatContainsItselfIsRefused() {
        Map<String, Object> json = message(1);
        json.put("again", json);
        assertThatThrownBy(() -> Sms.of(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("contains itself");
        List<Object> list = new ArrayList<>();
        list.add(list);
        assertThatThrownBy(() -> SmsNumber.of(Map.of("id", 1, "list", list)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noTextOfAnObjectShowsItsContent() {
        URI callback = URI.create("https://shop.example/hooks/canary-path?token=canary-token");
        Estimate estimate =
                EstimateTest.estimate(Encoding.UCS_2, List.of(new NonGsmCharacter("canary", "U+2019", 0).json()), true);
        List<Object> shown = new ArrayList<>(all(1));
        all(1).forEach(object -> shown.add(object.json()));
        shown.addAll(Arrays.asList(
                new ApiList<>(List.of(Sms.of(message(1)))),
                new ApiList<>(List.of(Sms.of(message(1)))).json(),
                new Page(List.of(Sms.of(message(1))), 1, null, null, null, 0),
                new Answer<>(Sms.of(message(1)), new RateLimits(1, 1)),
                new Submission(new Sender.Number(TO), TO, new MessageText("canary"), callback),
                SendSms.of("+31612345678", "canary").withStatusCallbackUrl(callback.toString()),
                new SmsQuery(null, null, null, "+31612345678", "+31612345678", null),
                estimate,
                estimate.json(),
                estimate.forcedBy()));
        assertThat(shown)
                .allSatisfy(object -> assertThat(object.toString()).doesNotContain("canary", "31612345", "16625163"));
    }
}
