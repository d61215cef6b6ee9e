/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import com.cliqtel.camel.webhook.verify.HttpAnswer;

/** Bytes that are no UTF-8, texts in other encodings, and what strings may and may not contain. */
final class HostileEncodings {

    private static final List<String> NOT_UTF8 = List.of(
            "80",
            "bf",
            "c3",
            "e282",
            "f09f98",
            "c328",
            "e28228",
            "f0288cbc",
            "c3a980",
            "c0af",
            "c080",
            "c1bf",
            "e080af",
            "e09fbf",
            "f08080af",
            "f08fbfbf",
            "eda080",
            "edbfbf",
            "eda080edb080",
            "f4908080",
            "f5808080",
            "f888808080",
            "fc8480808080",
            "fe",
            "ff",
            "fffe",
            "e9");

    private static final List<String> CONTROLS = List.of("00", "01", "08", "09", "0a", "0d", "0c", "1b", "1f");

    private static final List<String> UNUSUAL = List.of(
            "7f",
            "c280",
            "e280a8",
            "e280a9",
            "e2808b",
            "e280ae",
            "efbbbf",
            "efbfbe",
            "efbfbf",
            "efbfbd",
            "ee8080",
            "f09f9880",
            "f0908080",
            "f48fbfbf",
            "65cc81");

    private static final List<String> ESCAPES = List.of(
            "\\ud800",
            "\\uDBFF",
            "\\udc00",
            "\\udc00\\ud800",
            "\\ud800x",
            "\\ud800\\u0041",
            "\\ud83d\\ude00",
            "\\u0000",
            "\\u001f",
            "\\uffff",
            "\\/",
            "\\\\u0041",
            "\\b\\f\\n\\r\\t\\\"\\\\",
            "\\u000d\\u000aSet-Cookie: a=b",
            "${env:PATH}",
            "{{apiKey}}",
            "${jndi:ldap://127.0.0.1/a}",
            "<script>",
            "%00",
            "'; --");

    private static final List<String> NOT_ESCAPES = List.of(
            "\\",
            "\\x41",
            "\\u",
            "\\u12",
            "\\u12G4",
            "\\u 041",
            "\\u+041",
            "\\U0041",
            "\\u{41}",
            "\\'",
            "\\a",
            "\\0",
            "\\v",
            "\\e",
            "\\\n",
            "\\ud800\\u",
            "\\ud800\\",
            "\\\u0000",
            "\\é");

    private static final List<String> OTHER_ENCODINGS = List.of(
            "UTF-16",
            "UTF-16LE",
            "UTF-16BE",
            "UTF-32",
            "UTF-32LE",
            "UTF-32BE",
            "X-UTF-32LE-BOM",
            "X-UTF-32BE-BOM",
            "IBM037");

    private HostileEncodings() {}

    static Stream<HostileBody> bodies(StatusReportJson report) {
        return Stream.of(
                        NOT_UTF8.stream().map(hex -> HostileBody.notJson("not UTF-8: " + hex, withNote(report, hex))),
                        CONTROLS.stream().map(hex -> HostileBody.notJson("a control: " + hex, withNote(report, hex))),
                        UNUSUAL.stream()
                                .map(hex -> new HostileBody(
                                        "unusual: " + hex,
                                        withNote(report, hex),
                                        HttpAnswer.PROCESSED,
                                        HttpAnswer.PROCESSED)),
                        ESCAPES.stream().map(text -> HostileBody.event("a string: " + text, noted(report, text))),
                        NOT_ESCAPES.stream()
                                .map(text -> HostileBody.notJson("no escape: " + text, noted(report, text))),
                        OTHER_ENCODINGS.stream()
                                .map(name -> HostileBody.notJson("in " + name, in(name, report.text()))),
                        marked(report))
                .flatMap(family -> family);
    }

    private static Stream<HostileBody> marked(StatusReportJson report) {
        return Stream.of(
                HostileBody.event("a byte order mark", '\ufeff' + report.text()),
                HostileBody.differs(
                        HttpAnswer.PROCESSED,
                        HttpAnswer.FORBIDDEN,
                        "two byte order marks",
                        "\ufeff\ufeff" + report.text()),
                HostileBody.notJson("a byte order mark after it", report.text() + '\ufeff'),
                HostileBody.notJson("a byte order mark only", "\ufeff"),
                HostileBody.notJson("a report in ISO-8859-1", in("ISO-8859-1", noted(report, "é"))),
                HostileBody.notJson("a blank that is overlong", splice(report.text(), "c0a0", 1)),
                HostileBody.notJson("a quotation mark that is overlong", splice(report.text(), "c0a2", 1)),
                HostileBody.notJson("not UTF-8 outside strings", splice(report.text(), "ff", 1)),
                HostileBody.notJson("a NUL outside strings", splice(report.text(), "00", 1)));
    }

    private static String noted(StatusReportJson report, String text) {
        return report.data("note", '"' + text + '"');
    }

    private static byte[] withNote(StatusReportJson report, String hex) {
        String text = noted(report, "");
        return splice(text, hex, text.indexOf("\"note\":\"") + "\"note\":\"".length());
    }

    private static byte[] splice(String text, String hex, int at) {
        ByteArrayOutputStream spliced = new ByteArrayOutputStream();
        spliced.writeBytes(text.substring(0, at).getBytes(StandardCharsets.UTF_8));
        spliced.writeBytes(HexFormat.of().parseHex(hex));
        spliced.writeBytes(text.substring(at).getBytes(StandardCharsets.UTF_8));
        return spliced.toByteArray();
    }

    private static byte[] in(String encoding, String text) {
        return text.getBytes(Charset.forName(encoding));
    }
}
