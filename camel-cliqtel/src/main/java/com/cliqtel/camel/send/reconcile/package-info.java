/* SPDX-License-Identifier: Apache-2.0 */
/** Sends each SMS once: idempotency keys, and the search for a send with an unknown outcome. Free of Camel. Internal. */
package com.cliqtel.camel.send.reconcile;
