/* SPDX-License-Identifier: Apache-2.0 */
/** Ledgers: claims of keys that outlive redeliveries and restarts, and the positions of polls. Doesn't depend on Camel. */
package com.cliqtel.camel.ledger;
