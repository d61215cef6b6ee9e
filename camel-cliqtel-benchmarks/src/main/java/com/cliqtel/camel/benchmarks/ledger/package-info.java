/* SPDX-License-Identifier: Apache-2.0 */
/** What the ledger costs on a database, against routes with Camel's idempotent consumer. */
package com.cliqtel.camel.benchmarks.ledger;
