/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One number of the account that can send and receive SMS (the reference's section "List SMS Numbers").
 *
 * @param id what {@code from_number_id} takes
 * @param number in E.164 form
 * @param countryCode ISO 3166 code of its country
 * @param numberType such as {@code local}
 * @param smsEnabled whether it takes SMS; null when not said
 * @param json the JSON object it came as
 */
public record SmsNumber(
        Long id, String number, String countryCode, String numberType, Boolean smsEnabled, Map<String, Object> json)
        implements ApiObject {

    /** Copies the JSON, with all that it holds. */
    public SmsNumber {
        json = JsonObject.copyOf(json);
    }

    /**
     * Views a number object of the API.
     *
     * @throws IllegalArgumentException when there is no readable {@code id}
     */
    public static SmsNumber of(Map<String, Object> json) {
        JsonFields data = new JsonFields(json);
        return new SmsNumber(
                data.id(),
                data.text("number"),
                data.text("country_code"),
                data.text("number_type"),
                data.truth("sms_enabled"),
                data.json());
    }

    /** With a masked number. */
    @Override
    public String toString() {
        return "SmsNumber[id=" + id + ", number=" + MaskedDigits.masked(number) + ", countryCode=" + countryCode + "]";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SmsNumber that && JsonEquality.both(parts(), that.parts());
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, number);
    }

    private List<Object> parts() {
        return Arrays.asList(id, number, countryCode, numberType, smsEnabled, json);
    }
}
