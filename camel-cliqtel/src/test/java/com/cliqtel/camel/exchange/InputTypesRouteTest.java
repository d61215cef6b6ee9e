/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.exchange;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import com.cliqtel.camel.CliqtelConstants;
import com.cliqtel.camel.error.CliqtelRejectedException;
import com.cliqtel.camel.fixture.SimulatedAccount;
import com.cliqtel.camel.fixture.TestAccount;
import com.cliqtel.camel.model.Sms;
import com.cliqtel.camel.simulator.account.Message;
import com.cliqtel.camel.simulator.junit5.Cliqtel;
import com.cliqtel.camel.text.PhoneNumber;
import org.apache.camel.Exchange;
import org.apache.camel.support.SimpleTypeConverter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.cliqtel.camel.fixture.TestAccount.FROM;
import static com.cliqtel.camel.fixture.TestAccount.TO;
import static org.assertj.core.api.Assertions.assertThat;

/** Headers and bodies of the types that brokers deliver: converted, or refused with the name of the type. */
class InputTypesRouteTest {

    private static final String SEND = "cliqtel:send?to=" + TO;

    private final TestAccount account;

    InputTypesRouteTest(@SimulatedAccount Cliqtel cliqtel) {
        account = TestAccount.of(cliqtel);
    }

    @AfterEach
    void close() throws Exception {
        account.close();
    }

    /** As Avro's Utf8: a character sequence that is no String. */
    private record Utf8(String text) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private record Unknown(String value) {}

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Stream<Arguments> forms() {
        return Stream.of(
                Arguments.of("byte[]", (Form) InputTypesRouteTest::bytes),
                Arguments.of("ByteBuffer", (Form) text -> ByteBuffer.wrap(bytes(text))),
                Arguments.of("a part of a read-only ByteBuffer", (Form) text ->
                        ByteBuffer.wrap(bytes("xx" + text)).position(2).slice().asReadOnlyBuffer()),
                Arguments.of("Utf8", (Form) Utf8::new),
                Arguments.of("StringBuilder", (Form) StringBuilder::new),
                Arguments.of("char[]", (Form) String::toCharArray),
                Arguments.of("String[] of one", (Form) text -> new String[] {text}),
                Arguments.of("byte[][] of one", (Form) text -> new byte[][] {bytes(text)}),
                Arguments.of("List of one", (Form) List::of),
                Arguments.of("Set of one byte[]", (Form) text -> Set.of(bytes(text))));
    }

    @FunctionalInterface
    interface Form {
        Object of(String text);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void readsEveryHeaderInThisForm(String name, Form form) {
        account.simulator().receive("+4915112345678", FROM, "first");
        Exchange sent = account.call(
                "cliqtel:send?allowedCallbackHosts=app.example",
                "canary",
                Map.of(
                        CliqtelConstants.TO, form.of(TO),
                        CliqtelConstants.FROM_NUMBER_ID, form.of("6"),
                        CliqtelConstants.STATUS_CALLBACK_URL, form.of("https://app.example/hook"),
                        CliqtelConstants.IDEMPOTENCY_KEY, form.of("order-1")));
        assertThat(sent.getException()).isNull();
        assertThat(account.simulator().calls().get(0).body())
                .contains("\"to\":\"" + TO + "\"", "\"from_number_id\":6", "\"https://app.example/hook\"");
        Exchange got = account.call("cliqtel:get", null, Map.of(CliqtelConstants.MESSAGE_ID, form.of("42")));
        assertThat(got.getMessage().getBody(Sms.class).body()).isEqualTo("first");
        account.call(
                "cliqtel:list",
                null,
                Map.of(CliqtelConstants.PAGE, form.of("2"), CliqtelConstants.PER_PAGE, form.of("7")));
        assertThat(account.simulator().calls().get(2).query()).isEqualTo("page=2&per_page=7");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(new String[] {"42", "43"}, "java.lang.String[] of 2 elements"),
                Arguments.of(new String[0], "java.lang.String[] of 0 elements"),
                Arguments.of(List.of("42", "43"), "of 2 elements"),
                Arguments.of(new int[] {42, 43}, "int[] of 2 elements"),
                Arguments.of(new byte[] {0, 0, 0, 0, 0, 0, 0, 42}, "byte[] of 8 bytes"),
                Arguments.of(new byte[] {(byte) 0xff, 42}, "byte[] of 2 bytes"),
                Arguments.of(new Unknown("42"), "InputTypesRouteTest$Unknown"),
                Arguments.of(new ByteArrayInputStream(bytes("42")), "java.io.ByteArrayInputStream"),
                Arguments.of(new java.io.File("pom.xml"), "java.io.File"),
                Arguments.of(new Object(), "java.lang.Object"),
                Arguments.of(Collections.singletonList(null), "with a null element"),
                Arguments.of(new String[1], "java.lang.String[] with a null element"),
                Arguments.of(Optional.of("42"), "java.util.Optional"),
                Arguments.of(Map.of("id", 42), "java.util"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesAHeaderOfAnotherTypeAndNamesIt(Object value, String type) {
        for (String header : List.of(
                CliqtelConstants.TO,
                CliqtelConstants.FROM,
                CliqtelConstants.FROM_NUMBER_ID,
                CliqtelConstants.STATUS_CALLBACK_URL,
                CliqtelConstants.IDEMPOTENCY_KEY)) {
            assertRefused(account.call(SEND, "canary", Map.of(header, value)), type, "header " + header);
        }
        assertRefused(account.call("cliqtel:get", null, Map.of(CliqtelConstants.MESSAGE_ID, value)), type);
        assertRefused(account.call("cliqtel:list", null, Map.of(CliqtelConstants.PER_PAGE, value)), type);
        assertThat(account.simulator().calls()).isEmpty();
    }

    @Test
    void refusesATimeOutsideOfTheCalendar() {
        assertRefused(
                account.call("cliqtel:list", null, Map.of(CliqtelConstants.FILTER_SINCE, Instant.MAX)),
                "is not a time",
                "header CamelCliqtelFilterSince");
    }

    @Test
    void convertsATypeWithACamelConverter() {
        account.context()
                .getTypeConverterRegistry()
                .addTypeConverter(
                        String.class,
                        Unknown.class,
                        new SimpleTypeConverter(false, (type, exchange, value) -> ((Unknown) value).value()));
        Exchange out = account.call("cliqtel:send", "canary", Map.of(CliqtelConstants.TO, new Unknown(TO)));
        assertThat(out.getException()).isNull();
    }

    @Test
    void acceptsNumbersIdentifiersAndTheComponentsTypes() {
        Exchange out = account.call(
                "cliqtel:send",
                "canary",
                Map.of(
                        CliqtelConstants.TO,
                        new PhoneNumber(TO),
                        CliqtelConstants.FROM_NUMBER_ID,
                        6.0,
                        CliqtelConstants.IDEMPOTENCY_KEY,
                        UUID.randomUUID()));
        assertThat(out.getException()).isNull();
        assertRefused(account.call("cliqtel:get", null, Map.of(CliqtelConstants.MESSAGE_ID, 42.5)), "is not an id");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void readsAFieldOfABodyInThisForm(String name, Form form) {
        Object value = form.of(TO);
        Exchange out = account.call("cliqtel:send", Map.of("body", form.of("canary"), "to", value));
        if (name.contains("one")) {
            assertRefused(out, "body's field");
        } else {
            assertThat(out.getException()).isNull();
            assertThat(account.simulator().messages())
                    .extracting(Message::to, Message::body)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(TO, "canary"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void readsABodyInThisForm(String name, Form form) {
        Exchange out = account.call(SEND, form.of("Grüße"));
        if (name.contains("one")) {
            assertRefused(out, "the body is a ");
        } else {
            assertThat(out.getException()).isNull();
            assertThat(account.simulator().messages()).extracting(Message::body).containsExactly("Grüße");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"String[]", "int[]"})
    void refusesABodyOfAnotherTypeAndNamesIt(String type) {
        Object body = type.equals("int[]") ? new int[] {1} : new String[] {"canary"};
        assertRefused(account.call(SEND, body), type);
    }

    private static void assertRefused(Exchange out, String... words) {
        assertThat(out.getException())
                .isInstanceOf(CliqtelRejectedException.class)
                .hasMessageContainingAll(words);
        assertThat(out.getException().getMessage()).doesNotContain("canary", "[B@", "@", "31612345678");
    }
}
