/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

/**
 * A permit in use.
 *
 * @param purpose the purpose of its request
 * @param message whether a permit of the limit per second was taken too
 * @param takenAt the time when it was taken, in nanoseconds since the limiter's start
 * @param forgotten the number of our earlier requests that the server no longer counted at that time, at least
 */
record PermitRecord(Purpose purpose, boolean message, long takenAt, long forgotten) {}
