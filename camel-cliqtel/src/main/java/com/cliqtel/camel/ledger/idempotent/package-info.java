/* SPDX-License-Identifier: Apache-2.0 */
/** The ledger over Camel's idempotent repositories. */
package com.cliqtel.camel.ledger.idempotent;
