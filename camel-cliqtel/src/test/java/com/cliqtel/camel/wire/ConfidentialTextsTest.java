/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.wire;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.cliqtel.camel.error.CliqtelException;
import com.cliqtel.camel.text.MessageText;
import com.cliqtel.camel.text.PhoneNumber;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a text of the server shows when the component quotes it. */
class ConfidentialTextsTest {

    private static final String KEY = "sk_live/4fQ9+xT7b-canary=Zk2M";
    private static final String TEXT = "Your login code is 482913, do not share it";
    private static final ConfidentialTexts CONFIDENTIAL = new ConfidentialTexts(Set.of(TEXT), Set.of(KEY));

    private static String percentEncoded(String text) {
        return text.chars().mapToObj(c -> String.format("%%%02x", c)).collect(Collectors.joining());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Stream<String> quotesOfTheKey() {
        return Stream.of(
                KEY,
                KEY.toUpperCase(Locale.ROOT),
                "..." + KEY.substring(KEY.length() - 11),
                KEY.substring(0, 13) + "***",
                KEY.substring(8, 19),
                percentEncoded(KEY),
                percentEncoded(percentEncoded(KEY)),
                KEY.replace("/", "%2F").replace("+", "%2B").replace("=", "%3D"),
                KEY.replace("/", "\\/"),
                KEY.replace("4", "\\u0034").replace("9", "\\u0039").replace("a", "\\u0061"),
                KEY.replace("+", "&#43;").replace("/", "&#x2f;").replace("=", "&equals;"),
                base64(KEY),
                base64(":" + KEY),
                base64("user:" + KEY + "."),
                Base64.getUrlEncoder().encodeToString(("u:" + KEY).getBytes(StandardCharsets.UTF_8)),
                HexFormat.of().formatHex(KEY.getBytes(StandardCharsets.UTF_8)),
                String.join(" ", KEY.split("")),
                KEY.substring(0, 9) + "\n" + KEY.substring(9),
                "\uff53\uff4b_live/4fQ9");
    }

    @ParameterizedTest
    @MethodSource("quotesOfTheKey")
    void aTextThatQuotesASecretInAnyFormIsWithheld(String quote) {
        assertThat(CONFIDENTIAL.shown("Invalid API key: " + quote + " (request 12)"))
                .isEqualTo("the server's text is [withheld]: it quotes a secret of the account");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Your login code is 482913, do not sha...",
                "YOUR LOGIN CODE IS ******",
                "code 482913 is spam",
                "4 8 2 9 1 3",
                "Your%20login%20code%20is"
            })
    void aTextThatQuotesTheMessageIsWithheld(String quote) {
        assertThat(CONFIDENTIAL.shown("blocked: " + quote))
                .isEqualTo("the server's text is [withheld]: it quotes the message");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Invalid API key",
                "max 1,600 characters",
                "The key ends with Zk2M",
                "Wallet balance too low to send this message",
                "Try again in 300 seconds"
            })
    void anyOtherTextIsShown(String text) {
        assertThat(CONFIDENTIAL.shown(text)).isEqualTo(text);
    }

    @Property
    void eightLettersOrDigitsOfASecretAreNeverShown(
            @ForAll @AlphaChars @NumericChars @StringLength(min = 8, max = 60) String secret,
            @ForAll @StringLength(max = 300) String before) {
        ConfidentialTexts confidential = new ConfidentialTexts(Set.of(), Set.of(secret));
        String part = secret.substring(secret.length() - 8);
        assertThat(confidential.shown(before + " " + part)).doesNotContain(part);
        assertThat(confidential.shown(before + secret)).doesNotContain(secret.substring(0, 8));
    }

    @ParameterizedTest
    @CsvSource({
        "'bad: +31 6 12 34 56 78, +2908123, 29081234', 'bad: +***5678, +***8123, ***1234'",
        "'to (0)20/7946–0958', 'to (***0958'",
        "'to 31\u00a06\u201112345678', 'to ***5678'",
        "'to ０６１２３４５６７８', 'to ***５６７８'",
        "'to \u202a31612345678\u202c', 'to  ***5678'",
        "'to %2B31612345678', 'to %2B***5678'"
    })
    void phoneNumbersAreMasked(String text, String shown) {
        assertThat(ConfidentialTexts.NOTHING.shown(unescaped(text))).isEqualTo(shown);
    }

    private static String unescaped(String text) {
        return text.replace("\\u00a0", "\u00a0")
                .replace("\\u2011", "\u2011")
                .replace("\\u202a", "\u202a")
                .replace("\\u202c", "\u202c");
    }

    @Test
    void aShortTextIsLeftOutWhereItStandsAlone() {
        ConfidentialTexts shortTexts = new ConfidentialTexts(Set.of("canary", "a"), Set.of());
        assertThat(shortTexts.shown("bad text canary here")).isEqualTo("bad text [withheld] here");
        assertThat(shortTexts.shown("canaries sing")).isEqualTo("canaries sing");
    }

    @Test
    void aTextIsOneLineOfAtMost200Characters() {
        assertThat(ConfidentialTexts.NOTHING.shown("x".repeat(5_000))).hasSize(203);
        assertThat(ConfidentialTexts.NOTHING.shown("a\r\nX: b\u2028c\u0007")).isEqualTo("a X: b c");
    }

    @Test
    void aCodeThatQuotesASecretOrANumberIsNoCode() {
        for (String word : new String[] {"canary-key-4fQ9", "31612345678", "CANARY.Key.4fq9"}) {
            ApiCall call = ApiCalls.get(42).keeping(() -> Set.of("canary-key-4fQ9"));
            String json = "{\"error\":{\"code\":\"" + word + "\",\"message\":\"no\"}}";
            CliqtelException failure =
                    ErrorAnswers.of(call, new ApiReply(401, Map.of(), json.getBytes(StandardCharsets.UTF_8), true));
            assertThat(failure.getCode().word()).isEqualTo("http_status");
            assertThat(failure.getMessage()).doesNotContain(word);
        }
    }

    @Test
    void aTokenOfTheCallbackAddressIsASecret() {
        URI callback = URI.create(
                "https://u:canary-pass@shop.example/hooks/canary0123456789ab?token=canary-token#canary-part");
        ApiCall call = ApiCalls.send(new Submission(
                new Sender.NumberId(11), new PhoneNumber("+31612345678"), new MessageText("hi"), callback));
        for (String quote : new String[] {"canary-pass", "canary0123456789ab", "token=canary-token", "#canary-part"}) {
            assertThat(call.confidential().shown("cannot reach " + quote)).doesNotContain("canary");
        }
        assertThat(call.confidential().shown("cannot reach https://shop.example/hooks"))
                .isEqualTo("cannot reach https://shop.example/hooks");
    }
}
