/* SPDX-License-Identifier: Apache-2.0 */
/** A ledger by another clock, for which the component's own package has to be entered. */
package com.cliqtel.camel.ledger;
