/* SPDX-License-Identifier: Apache-2.0 */
/** Delivers each webhook event once, across nodes that share a ledger. Free of Camel. Internal. */
package com.cliqtel.camel.webhook.once;
