/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.io.Serializable;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An SMS to send, as a route hands it to {@code cliqtel:send}: what is null comes from headers or options.
 *
 * <p>Immutable and serializable. Read and written by Jackson with the API's own field names. Numbers are taken as people write them and
 * become E.164 when the SMS is sent.
 *
 * @param from the sending number, or null
 * @param fromNumberId the id of the sending number instead, or null
 * @param to the recipient's number, or null
 * @param body the text, or null
 * @param statusCallbackUrl where delivery reports go, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record SendSms(
        @JsonProperty("from") String from,
        @JsonProperty("from_number_id") Long fromNumberId,
        @JsonProperty("to") String to,
        @JsonProperty("body") String body,
        @JsonProperty("status_callback_url") String statusCallbackUrl)
        implements Serializable {

    /** @throws IllegalArgumentException when both {@code from} and {@code fromNumberId} are given */
    public SendSms {
        if (from != null && fromNumberId != null) {
            throw new IllegalArgumentException("both from and from_number_id are given: give one of them");
        }
    }

    /** An SMS of this text, its recipient and sender left to headers or options. */
    public static SendSms text(String body) {
        return new SendSms(null, null, null, body, null);
    }

    /** An SMS of this text to this number, its sender left to headers or options. */
    public static SendSms to(String to, String body) {
        return new SendSms(null, null, to, body, null);
    }

    /** The same SMS from this number. */
    public SendSms withFrom(String number) {
        return new SendSms(number, null, to, body, statusCallbackUrl);
    }

    /** The same SMS from the number of this id. */
    public SendSms withFromNumberId(long id) {
        return new SendSms(null, id, to, body, statusCallbackUrl);
    }

    /** The same SMS with its delivery reports going to this address. */
    public SendSms withStatusCallbackUrl(String url) {
        return new SendSms(from, fromNumberId, to, body, url);
    }

    /** Without the text, and with masked numbers. */
    @Override
    public String toString() {
        return "SendSms[from=" + (fromNumberId != null ? "#" + fromNumberId : MaskedDigits.masked(from)) + ", to="
                + MaskedDigits.masked(to) + ", body=" + (body == null ? "null" : "[" + body.length() + " characters]")
                + "]";
    }
}
