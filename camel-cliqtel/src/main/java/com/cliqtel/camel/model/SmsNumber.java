/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.util.Map;
import java.util.Objects;

/** One number of the account that can send and receive SMS (the reference's section "List SMS Numbers"). */
public final class SmsNumber extends ApiObject {

    private static final long serialVersionUID = 1L;

    private SmsNumber(Map<String, ?> json) {
        super(json);
    }

    /**
     * Creates a view over a number object of the API.
     *
     * @param json the fields by the API's names; it is copied
     * @throws IllegalArgumentException when {@code id} is missing or not a whole number greater than 0
     */
    public static SmsNumber of(Map<String, Object> json) {
        SmsNumber number = new SmsNumber(json);
        JsonFields.id(number.json);
        return number;
    }

    /** Returns the number's id, the value for {@code fromNumberId}; never null. */
    public Long id() {
        return JsonFields.id(json);
    }

    /** Returns the phone number in E.164 form. */
    public String number() {
        return JsonFields.text(json, "number");
    }

    /** Returns the ISO 3166 code of the number's country. */
    public String countryCode() {
        return JsonFields.text(json, "country_code");
    }

    /** Returns the type, such as {@code local}. */
    public String numberType() {
        return JsonFields.text(json, "number_type");
    }

    /** Returns whether the number can send and receive SMS. */
    public Boolean smsEnabled() {
        return JsonFields.truth(json, "sms_enabled");
    }

    /** Returns a description with a masked number. */
    @Override
    public String toString() {
        return "SmsNumber[id=" + id() + ", number=" + MaskedDigits.masked(number()) + ", countryCode=" + countryCode()
                + "]";
    }

    @Override
    public int hashCode() {
        return Objects.hash(id(), number());
    }
}
