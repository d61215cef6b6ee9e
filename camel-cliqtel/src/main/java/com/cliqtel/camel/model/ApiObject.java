/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.io.Serializable;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A typed view over a JSON object of the API.
 *
 * <p>Immutable and serializable. It keeps the JSON unchanged, including fields that this version doesn't know, and Jackson
 * writes that JSON. Two objects of a type are equal if their fields and their JSON are equal. Numbers are compared by value:
 * 0.0075 equals 0.00750.
 */
public sealed interface ApiObject extends Serializable permits Sms, SmsNumber, WebhookContent {

    /** The JSON object, its fields named and ordered as the API did; not modifiable, nested objects included. */
    @JsonValue
    Map<String, Object> json();
}
