/* SPDX-License-Identifier: Apache-2.0 */
/** Processes that are killed in the middle of a send, and started again: each key is one SMS. */
package com.cliqtel.camel.proofs.kills;
