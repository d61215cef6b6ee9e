/* SPDX-License-Identifier: Apache-2.0 */
package com.cliqtel.camel.limit;

/**
 * What is remembered of a permit taken.
 *
 * @param purpose what for
 * @param message whether one of the second's was taken too
 * @param takenAt when, in nanoseconds since the limiter's start
 * @param forgotten how many of our earlier requests the server had certainly forgotten then
 */
record PermitRecord(Purpose purpose, boolean message, long takenAt, long forgotten) {}
