/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.io.Serializable;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A typed view over a JSON object with the API's field names.
 *
 * <p>Immutable, thread-safe and serializable. It keeps the JSON unchanged, including fields that this version doesn't know, and
 * Jackson writes that JSON. An accessor returns null if its field is missing, null or of an unexpected type. Two objects of the
 * same class are equal if their JSON is equal. Numbers are compared by value: 0.0075 equals 0.00750. {@code toString()} never
 * shows a text or a full phone number.
 */
public abstract sealed class ApiObject implements Serializable permits Sms, SmsNumber, WebhookContent, Estimate {

    private static final long serialVersionUID = 1L;

    final JsonObject json;

    /** @throws NullPointerException when {@code json} is null */
    ApiObject(Map<String, ?> json) {
        this.json = ImmutableJson.copyOf(json);
    }

    /** Returns the JSON object, with the API's field names in their order; unmodifiable, nested objects and lists included. */
    @JsonValue
    public final Map<String, Object> json() {
        return json;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof ApiObject that && getClass() == that.getClass() && JsonEquality.both(json, that.json);
    }

    @Override
    public abstract int hashCode();
}
