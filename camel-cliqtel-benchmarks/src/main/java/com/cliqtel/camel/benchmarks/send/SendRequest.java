/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.benchmarks.send;

/** The request's JSON, as one would write it by hand. */
record SendRequest(String from, String to, String body) {}
