/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.proofs.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Texts that would do something to a page that took them for more than text: each that runs sets {@code window.hacked}. */
final class HostileTexts {

    static final List<String> ALL = List.of(
            "<script>window.hacked=1</script>",
            "</script><script>window.hacked=1</script>",
            "<img src=x onerror=\"window.hacked=1\">",
            "<svg onload=window.hacked=1><animate onbegin=window.hacked=1>",
            "\"><b class=hostile onmouseover=window.hacked=1>bold</b>",
            "' onfocus='window.hacked=1' autofocus='",
            "javascript:window.hacked=1",
            "data:text/html,<script>window.hacked=1</script>",
            "<iframe srcdoc=\"<script>parent.hacked=1</script>\"></iframe>",
            "<a href=\"javascript:window.hacked=1\">click</a>",
            "<style>*{display:none}</style>",
            "</style><link rel=stylesheet href=//example.org/x.css>",
            "x; background:url(//example.org/x); } body { display:none",
            "<base href=//example.org/><meta http-equiv=refresh content=0;url=//example.org/>",
            "<form action=//example.org/><input name=body autofocus onfocus=window.hacked=1>",
            "{{constructor.constructor('window.hacked=1')()}}",
            "${window.hacked=1} #{window.hacked=1} <%= window.hacked=1 %>",
            "`+(window.hacked=1)+`",
            "'; DROP TABLE messages; --",
            "\u202Egnp.exe\u202C \u2066hidden\u2069 \u200Fright",
            "before\u0000after\u0001\u001B[31m\u007F",
            "&lt;script&gt;window.hacked=1&lt;/script&gt;&#60;b&#62;",
            "__proto__",
            "constructor",
            "../../simulator/reset?x=%00%0d%0aSet-Cookie:a=b#/faults",
            "event: reset\ndata: {}\n\nid: 1\r\ndata: x",
            "<!-- --><![CDATA[<script>window.hacked=1</script>]]><?xml?>",
            "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67\uD83C\uDDF3\uD83C\uDDF1 Z\u0351\u036B\u0343\u036A\u0302\u036Ba\u0343l\u0350g\u0351o\u0302",
            "\uD800 a lone surrogate",
            "W".repeat(30_000));

    /** Those that are no longer than names are. */
    static final List<String> SHORT =
            ALL.stream().filter(text -> text.length() < 1_600).toList();

    /** Those by which a conversation can be asked for: no address gets half of a surrogate pair through UTF-8. */
    static final List<String> SENDERS = SHORT.stream()
            .filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text))
            .toList();

    private static final int SHOWN_AT_FIRST = 3_000;

    private HostileTexts() {}

    /** How it begins on the page: control characters are shown as pictures of them. */
    static String seen(String text) {
        return pictured(text.substring(0, Math.min(SHOWN_AT_FIRST, text.length())));
    }

    /** On one line, with what would turn its direction. */
    static String seenAsAddress(String text) {
        return Pattern.compile("[\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff\n\r\t]")
                .matcher(pictured(text))
                .replaceAll(found -> "[U+%04X]".formatted((int) found.group().charAt(0)));
    }

    private static String pictured(String text) {
        // half of a surrogate pair does not get through UTF-8
        String wellFormed = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return Pattern.compile("[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f]")
                .matcher(wellFormed)
                .replaceAll(
                        found -> String.valueOf((char) (0x2400 + found.group().charAt(0))))
                .replace('\u007F', '\u2421');
    }
}
