/* SPDX-License-Identifier: Apache-2.0 */
/** Kills or stops processes in the middle of a send; each key must be one SMS. */
package com.cliqtel.camel.proofs.kills;
