/* SPDX-License-Identifier: Apache-2.0 */
/** Records events in Micrometer, an optional dependency. Free of Camel. Internal. */
package com.cliqtel.camel.metrics;
