/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Something the API said: a typed view over the JSON object it came as.
 *
 * <p>Immutable. The JSON is kept as it came, with fields this version doesn't know, so that passing it on loses nothing.
 * Jackson writes just that JSON.
 */
public sealed interface ApiObject permits Sms, SmsNumber, WebhookContent {

    /** The JSON object, its fields named and ordered as the API did; not modifiable, nested objects included. */
    @JsonValue
    Map<String, Object> json();
}
