/* SPDX-License-Identifier: Apache-2.0 */
/** What happened once stays happened: claims that outlive redeliveries and restarts, and positions for polling. */
package com.cliqtel.camel.ledger;
