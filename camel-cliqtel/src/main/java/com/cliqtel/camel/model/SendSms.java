/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An SMS to send: a body for {@code cliqtel:send}. A value that is null comes from headers or options.
 *
 * <p>Immutable, thread-safe and serializable. Jackson reads and writes it with the API's field names. Phone numbers may be in any
 * usual spelling; the component writes them in E.164 form when it sends the SMS.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public final class SendSms implements Serializable {

    private static final long serialVersionUID = 1L;

    @JsonProperty("from")
    private final String from;

    @JsonProperty("from_number_id")
    private final Long fromNumberId;

    @JsonProperty("to")
    private final String to;

    @JsonProperty("body")
    private final String body;

    @JsonProperty("status_callback_url")
    private final String statusCallbackUrl;

    @JsonCreator
    private SendSms(
            @JsonProperty("from") String from,
            @JsonProperty("from_number_id") Long fromNumberId,
            @JsonProperty("to") String to,
            @JsonProperty("body") String body,
            @JsonProperty("status_callback_url") String statusCallbackUrl) {
        if (from != null && fromNumberId != null) {
            throw new IllegalArgumentException("both from and from_number_id are given: give one of them");
        }
        this.from = from;
        this.fromNumberId = fromNumberId;
        this.to = to;
        this.body = body;
        this.statusCallbackUrl = statusCallbackUrl;
    }

    /** Creates an SMS with a text. Its recipient and sender come from headers or options. */
    public static SendSms ofText(String body) {
        return new SendSms(null, null, null, body, null);
    }

    /** Creates an SMS with a recipient and a text. Its sender comes from headers or options. */
    public static SendSms of(String to, String body) {
        return new SendSms(null, null, to, body, null);
    }

    /** Returns the same SMS with this number as its sender. */
    public SendSms withFrom(String number) {
        return new SendSms(number, null, to, body, statusCallbackUrl);
    }

    /** Returns the same SMS with the account's number of this id as its sender. */
    public SendSms withFromNumberId(long id) {
        return new SendSms(null, id, to, body, statusCallbackUrl);
    }

    /** Returns the same SMS with this address for its delivery reports. */
    public SendSms withStatusCallbackUrl(String url) {
        return new SendSms(from, fromNumberId, to, body, url);
    }

    /** Returns the sender's number, or null. */
    public String from() {
        return from;
    }

    /** Returns the id of the sender's number, or null. It is null if {@link #from()} is not. */
    public Long fromNumberId() {
        return fromNumberId;
    }

    /** Returns the recipient's number, or null. */
    public String to() {
        return to;
    }

    /** Returns the text, or null. */
    public String body() {
        return body;
    }

    /** Returns the address for delivery reports, or null. */
    public String statusCallbackUrl() {
        return statusCallbackUrl;
    }

    /** Returns a description without the text, and with masked numbers. */
    @Override
    public String toString() {
        return "SendSms[from=" + (fromNumberId != null ? "#" + fromNumberId : MaskedDigits.masked(from)) + ", to="
                + MaskedDigits.masked(to) + ", body=" + (body == null ? "null" : "[" + body.length() + " characters]")
                + "]";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SendSms that && values().equals(that.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    private List<Object> values() {
        return Arrays.asList(from, fromNumberId, to, body, statusCallbackUrl);
    }
}
