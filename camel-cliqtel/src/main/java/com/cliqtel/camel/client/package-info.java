/* SPDX-License-Identifier: Apache-2.0 */
/** HTTP calls of the API, in layers: limits, pauses, retries, deadlines. Free of Camel. Internal. */
package com.cliqtel.camel.client;
