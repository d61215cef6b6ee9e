/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.webhook.verify;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The parts of an HTTP request that decide whether it is a webhook.
 *
 * @param method as in the request line; null is not a POST
 * @param contentTypes the values of {@code Content-Type}; empty when there is none
 * @param contentEncodings the values of {@code Content-Encoding}; empty when there is none
 * @param signatures the values of {@code X-Cliqtel-Signature}; empty when there is none
 * @param payload the body
 */
public record WebhookRequest(
        String method,
        List<String> contentTypes,
        List<String> contentEncodings,
        List<String> signatures,
        RequestBody payload) {

    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
    private static final Pattern JSON = Pattern.compile(
            "\\s*(application/json|" + TOKEN + "/" + TOKEN + "\\+json)\\s*(;.*)?",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Copies the lists. */
    public WebhookRequest {
        contentTypes = List.copyOf(contentTypes);
        contentEncodings = List.copyOf(contentEncodings);
        signatures = List.copyOf(signatures);
    }

    boolean isPost() {
        return "POST".equals(method);
    }

    /** Returns whether the content type is {@code application/json} or any {@code +json}; parameters are ignored. */
    boolean isJson() {
        return !contentTypes.isEmpty()
                && contentTypes.stream().allMatch(type -> JSON.matcher(type).matches());
    }

    /** Returns whether the body isn't compressed. */
    boolean isPlain() {
        return contentEncodings.stream()
                .map(String::trim)
                .allMatch(encoding -> encoding.isEmpty() || encoding.equalsIgnoreCase("identity"));
    }

    /** Shows nothing that the sender chose. */
    @Override
    public String toString() {
        return "WebhookRequest[signatures=" + signatures.size() + ", payload=" + payload + "]";
    }
}
